import { partsOf } from '#schema/day'
import type { PartialDate } from '#schema/entry'
import type { DatedPiece } from './dating.ts'

/**
 * Dates that contradict what stands around them: they stay as written, and are reported.
 *
 * @param report told, with the entry, what does not fit
 */
export function findContradictions(
  entries: DatedPiece[],
  report: (entry: DatedPiece, text: string, reason: string) => void,
): void {
  for (const entry of entries) {
    for (const date of [entry.date, ...entry.mentions]) {
      const weekday = date === null ? null : wrongWeekday(date)
      if (date !== null && weekday !== null) {
        report(entry, date.text, `The day was a ${weekday}: the date or its weekday is wrong`)
      }
    }
    const { date, kind, piece } = entry
    const under = piece.section?.under ?? null
    if (kind === 'timeline' && date !== null && under !== null && apart(date, under)) {
      const reason = `The date does not lie within “${piece.section?.name}”, under which it stands`
      report(entry, date.text, reason)
    }
  }
  const timeline = entries.filter(({ kind, date }) => kind === 'timeline' && date?.start != null)
  for (const entry of outOfOrder(timeline)) {
    const text = entry.date?.text ?? ''
    report(entry, text, 'The date breaks the order of the dates before and after it')
  }
}

const NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const WEEKDAY =
  /(?<![\p{L}])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?(?=[\s,)\]]|$))/iu
/** Since when the calendar of English sources is the one reckoned with here. */
const GREGORIAN = 1753

/** The weekday of a day that is written with another one; null when nothing is wrong. */
function wrongWeekday({ edtf, text }: PartialDate): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(edtf)) return null
  const { year, month, day } = partsOf(edtf)
  const written = WEEKDAY.exec(text)?.[0]
  if (written === undefined || year < GREGORIAN) return null
  const actual = NAMES[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  return actual.toLowerCase().startsWith(written.slice(0, 3).toLowerCase()) ? null : actual
}

/** True when two dates have no day in common. */
const apart = (a: PartialDate, b: PartialDate): boolean =>
  (a.end !== null && b.start !== null && a.end < b.start) ||
  (b.end !== null && a.start !== null && b.end < a.start)

/** Fewer entries show no order. */
const FEWEST = 5
/** Share of entries that may stand out of order where the others are in order. */
const SHARE = 0.05

/** The few entries without which the dates would run one way; none where they are not in order. */
function outOfOrder(entries: DatedPiece[]): DatedPiece[] {
  const days = entries.filter(({ date }) => date?.precision === 'day')
  // Beside days, a year or a month may stand anywhere in its time.
  const judged = days.length >= entries.length / 2 ? days : entries
  if (judged.length < FEWEST) return []
  const starts = judged.map(({ date }) => date?.start ?? '')
  const forwards = longestRun(starts)
  const backwards = longestRun([...starts].reverse()).map((at) => starts.length - 1 - at)
  const kept = new Set(backwards.length > forwards.length ? backwards : forwards)
  const most = Math.max(1, Math.floor(judged.length * SHARE))
  return judged.length - kept.size > most ? [] : judged.filter((_, at) => !kept.has(at))
}

/** The indices of a longest subsequence that never falls. */
function longestRun(values: string[]): number[] {
  /** By length of the run less one: the index at which the lowest such run ends. */
  const ends: number[] = []
  const before: number[] = []
  for (const [at, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? '') <= value) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1] ?? -1)
    ends[low] = at
  }
  const run: number[] = []
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) run.push(at)
  return run.reverse()
}
