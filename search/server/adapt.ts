import 'server-only'
import type { CalendarUnit } from '#schema/buckets'
import type { Entry } from '#schema/entry'
import { facetLabel, facetValue } from '#schema/facet-key'
import { facetAttribute } from '#schema/facets'
import { spelled } from '#schema/letters'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import { shadeOf } from '#schema/shade'
import type { Counts, Hit, Titles } from '../answer.ts'
import type { Tallies } from '../calendar.ts'
import { type ByteMatch, type Highlight, highlightsOf, mergedHighlights } from '../highlight.ts'
import type { UnionResult } from './alternatives.ts'

/** The engine's answers in the terms of ours. */

export type EngineHit = EntryRecord & { _matchesPosition?: Record<string, ByteMatch[]> }

/** Relative address of an entry's page. */
export const entryPath = (id: string): string => `/entry/${encodeURIComponent(id)}`

/** Only an entry's own fields, whatever else the engine stores beside them. */
export function entryOf(record: Entry): Entry {
  return Object.fromEntries(ENTRY_FIELDS.map((field) => [field, record[field]])) as Entry
}

export function hitOf(hit: EngineHit): Hit {
  return {
    ...entryOf(hit),
    url: entryPath(hit.id),
    highlights: { text: marksOf(hit.text, hit) },
  }
}

/** What the engine found in a text, or in what is stored of it with plain letters. */
export function marksOf(
  text: string,
  { _matchesPosition: matches = {} }: Pick<EngineHit, '_matchesPosition'>,
): Highlight[] {
  const inText = highlightsOf(text, matches.text ?? [])
  if (matches.spelled === undefined) return inText
  const { text: plain, from, to } = spelled(text)
  const asWritten = highlightsOf(plain, matches.spelled).map(
    ([start, end]): Highlight => [from[start] ?? 0, to[end - 1] ?? 0],
  )
  return mergedHighlights([...inText, ...asWritten])
}

type Result = Pick<UnionResult, 'facetDistribution'>

export function countsOf(result: Result, facet: string): Counts {
  const counts: Counts = named()
  eachKey(result, facet, (key, count) => {
    const value = facetValue(key)
    // A bucket of the calendar has a key for each shade of its dates.
    counts[value] = (counts[value] ?? 0) + count
  })
  return counts
}

/** Buckets with how much of each is vague, see schema/shade.ts. */
export function talliesOf(result: Result, unit: CalendarUnit): Tallies {
  const tallies: Record<string, [count: number, vague: number, coarse: number]> = named()
  eachKey(result, unit, (key, count) => {
    const value = facetValue(key)
    tallies[value] ??= [0, 0, 0]
    const tally = tallies[value]
    tally[0] += count
    const mark = facetLabel(key)
    // Most have none: the clearest.
    if (mark === null) return
    const { width, certainty } = shadeOf(mark)
    if (width === 'wider' || certainty !== 'stated') tally[1] += count
    if (width !== 'finer') tally[2] += count
  })
  return tallies
}

/** The counts of buckets alone. */
export function countsIn(tallies: Tallies): Counts {
  const counts: Counts = named()
  for (const value in tallies) counts[value] = (tallies[value] as Tallies[string])[0]
  return counts
}

/** By names that anybody may have thought of, `__proto__` too. */
const named = <T>(): Record<string, T> => Object.create(null)

/** Of thousands of keys, in loops that make nothing besides. */
function eachKey(
  { facetDistribution }: Result,
  facet: string,
  take: (key: string, count: number) => void,
): void {
  const counts = facetDistribution?.[facetAttribute(facet)] ?? {}
  for (const key in counts) take(key, counts[key] as number)
}

/** The titles that the keys of the document facet carry. */
export function titlesOf(result: Result): Titles {
  const titles: Titles = named()
  eachKey(result, 'document', (key) => {
    const id = facetValue(key)
    titles[id] = facetLabel(key) ?? id
  })
  return titles
}
