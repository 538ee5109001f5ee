/**
 * The expected answer of a search, recomputed naively from the entries as the indexer wrote them.
 * Imports nothing of the product: everything here is INTERFACES.md said again.
 */

type PartialDate = { edtf: string; start: string | null; end: string | null }

export type OracleEntry = {
  id: string
  kind: string
  document: { id: string; title: string }
  section: string | null
  position: number
  date: PartialDate | null
  mentions: PartialDate[]
  actors: { id: string; name: string }[]
}

export type OracleState = {
  actor: string[]
  actorMatch: 'any' | 'all'
  notActor: string[]
  kind: string[]
  document: string[]
  section: string[]
  from: string | null
  to: string | null
  undated: boolean
  sort: 'relevance' | 'oldest' | 'newest' | 'document'
}

export type OracleAnswer = {
  ids: string[]
  facets: Record<string, Record<string, number>>
  undated: number
}

const datesOf = (entry: OracleEntry): PartialDate[] =>
  entry.date === null ? entry.mentions : [entry.date]

const monthEnd = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1]
  return `${month}-${days}`
}

const firstDay = (bound: string): string =>
  bound.length === 4 ? `${bound}-01-01` : bound.length === 7 ? `${bound}-01` : bound
const lastDay = (bound: string): string =>
  bound.length === 4 ? `${bound}-12-31` : bound.length === 7 ? monthEnd(bound) : bound

function passesDates(entry: OracleEntry, state: OracleState): boolean {
  const { from, to, undated } = state
  const first = from === null ? null : firstDay(from)
  const last = to === null ? null : lastDay(to)
  if (first !== null && last !== null && first > last) return false
  const dates = datesOf(entry)
  if (first === null && last === null) return !undated || dates.length === 0
  if (dates.length === 0) return undated
  return dates.some(
    ({ start, end }) =>
      (start === null || last === null || start <= last) &&
      (end === null || first === null || end >= first),
  )
}

type Own = 'actor' | 'kind' | 'document' | 'section' | 'date' | null

/** Every filter, but for the included values of one facet. */
function passes(entry: OracleEntry, state: OracleState, except: Own): boolean {
  const names = entry.actors.map((actor) => actor.name)
  const anyActor = state.actorMatch === 'any'
  return (
    !state.notActor.some((name) => names.includes(name)) &&
    (anyActor || state.actor.every((name) => names.includes(name))) &&
    (!anyActor ||
      except === 'actor' ||
      state.actor.length === 0 ||
      state.actor.some((name) => names.includes(name))) &&
    (except === 'kind' || state.kind.length === 0 || state.kind.includes(entry.kind)) &&
    (except === 'document' ||
      state.document.length === 0 ||
      state.document.includes(entry.document.id)) &&
    (except === 'section' ||
      state.section.length === 0 ||
      (entry.section !== null && state.section.includes(entry.section))) &&
    (except === 'date' || passesDates(entry, state))
  )
}

/** From the first day to the last: an open date counts on the one day that is known. */
function known(date: PartialDate): { start: string; end: string; units: string[] } {
  const units = date.edtf.split('/').filter((unit) => unit !== '..')
  const start = date.start ?? date.end ?? ''
  const end = date.end ?? date.start ?? ''
  return { start, end, units: units.map((unit) => unit.replace(/[~?]$/, '')) }
}

function bucketsOf(entry: OracleEntry, facet: 'year' | 'month' | 'day'): Set<string> {
  const buckets = new Set<string>()
  for (const { start, end, units } of datesOf(entry).map(known)) {
    if (facet === 'month' && units.some((unit) => unit.length < 7)) continue
    if (facet === 'day' && units.some((unit) => unit.length < 10)) continue
    const length = { year: 4, month: 7, day: 10 }[facet]
    for (const day of daysBetween(start, end)) buckets.add(day.slice(0, length))
  }
  return buckets
}

function* daysBetween(start: string, end: string): Generator<string> {
  for (let day = start; day <= end; ) {
    yield day
    const [year = '', month = '', number = ''] = day.split('-')
    const ended = day === monthEnd(`${year}-${month}`)
    const next = ended && month === '12' ? Number(year) + 1 : Number(year)
    const nextMonth = ended ? (Number(month) % 12) + 1 : Number(month)
    day = [
      String(next).padStart(4, '0'),
      String(nextMonth).padStart(2, '0'),
      ended ? '01' : String(Number(number) + 1).padStart(2, '0'),
    ].join('-')
  }
}

function count(entries: OracleEntry[], values: (entry: OracleEntry) => Iterable<string>) {
  const counts: Record<string, number> = {}
  for (const entry of entries) {
    for (const value of new Set(values(entry))) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

function order(state: OracleState) {
  const earliest = (entry: OracleEntry) =>
    datesOf(entry)
      .map(({ start }) => start ?? '')
      .sort()[0] ?? '~'
  const latest = (entry: OracleEntry) =>
    datesOf(entry)
      .map(({ end }) => end ?? '~')
      .sort()
      .at(-1) ?? ''
  const ties = (a: OracleEntry, b: OracleEntry) =>
    compare(a.document.id, b.document.id) || compare(a.position, b.position) || compare(a.id, b.id)
  return (a: OracleEntry, b: OracleEntry): number => {
    if (state.sort === 'document') {
      const titles = compare(a.document.title.toLowerCase(), b.document.title.toLowerCase())
      return titles || compare(a.position, b.position) || ties(a, b)
    }
    if (state.sort === 'newest') return compare(latest(b), latest(a)) || ties(a, b)
    return compare(earliest(a), earliest(b)) || ties(a, b)
  }
}

/** `matching`: the ids that the words match, asked once without filters; null without words. */
export function expected(
  entries: OracleEntry[],
  state: OracleState,
  matching: Set<string> | null,
): OracleAnswer {
  const found = entries.filter((entry) => matching === null || matching.has(entry.id))
  const without = (except: Own) => found.filter((entry) => passes(entry, state, except))
  const dates = without('date')
  const facets: OracleAnswer['facets'] = {
    actor: count(without('actor'), (entry) => entry.actors.map((actor) => actor.name)),
    kind: count(without('kind'), (entry) => [entry.kind]),
    document: count(without('document'), (entry) => [entry.document.id]),
    section: count(without('section'), (entry) => (entry.section === null ? [] : [entry.section])),
    year: count(dates, (entry) => bucketsOf(entry, 'year')),
    month: count(dates, (entry) => bucketsOf(entry, 'month')),
  }
  if (state.from !== null && state.to !== null) {
    const days = [...daysBetween(firstDay(state.from), lastDay(state.to))].length
    if (days >= 1 && days <= 62) facets.day = count(dates, (entry) => bucketsOf(entry, 'day'))
  }
  return {
    ids: without(null)
      .sort(order(state))
      .map((entry) => entry.id),
    facets,
    undated: dates.filter((entry) => datesOf(entry).length === 0).length,
  }
}
