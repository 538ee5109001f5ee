import { partsOf } from '#schema/day'
import type { PartialDate } from '#schema/entry'

/** What does not fit, in the words of the entry. */
export type Contradiction = { text: string; reason: string }

/** The dates of an entry, and the section with a date under which it stands. */
export type DatesInSection = {
  /** Its own date; null when it has none. */
  date: PartialDate | null
  mentions: PartialDate[]
  /** Null when its own date need not lie within the section. */
  under: { name: string; date: PartialDate } | null
}

/** Dates of an entry that contradict their weekday or the section: they stay as written. */
export function contradictionsIn({ date, mentions, under }: DatesInSection): Contradiction[] {
  const found: Contradiction[] = []
  for (const one of date === null ? mentions : [date, ...mentions]) {
    const weekday = wrongWeekday(one)
    if (weekday === null) continue
    const reason = `The day was a ${weekday}: the date or its weekday is wrong`
    found.push({ text: one.text, reason })
  }
  if (date !== null && under !== null && apart(date, under.date)) {
    const reason = `The date does not lie within “${under.name}”, under which it stands`
    found.push({ text: date.text, reason })
  }
  return found
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

/** Which dates of a timeline break its order: it takes some twenty bytes of each entry. */
export class TimelineOrder {
  #starts = new Int32Array(1024)
  #lines = new Int32Array(1024)
  #ends = new Uint32Array(1024)
  /** The dates as written, one after another. */
  #texts = Buffer.alloc(16 * 1024)
  #isDay = new Uint8Array(1024)
  #size = 0
  #days = 0

  /** Takes the date of the next entry of the timeline, and the line on which it stands. */
  add(date: PartialDate | null, line: number): void {
    if (date === null || date.start === null) return
    const at = this.#size++
    if (at === this.#starts.length) this.#grow()
    const from = this.#ends[at - 1] ?? 0
    const room = date.text.length * 3
    if (from + room > this.#texts.length) {
      this.#texts = Buffer.concat([this.#texts], (from + room) * 2)
    }
    this.#ends[at] = from + this.#texts.write(date.text, from)
    this.#starts[at] = Number(date.start.replaceAll('-', ''))
    this.#lines[at] = line
    if (date.precision !== 'day') return
    this.#isDay[at] = 1
    this.#days++
  }

  /** The few entries without which the dates would run one way; none where they are not in order. */
  *breaks(): Generator<Contradiction & { line: number }> {
    for (const at of this.#outOfOrder()) {
      const text = this.#texts.toString('utf8', this.#ends[at - 1] ?? 0, this.#ends[at])
      const reason = 'The date breaks the order of the dates before and after it'
      yield { text, reason, line: this.#lines[at] ?? 0 }
    }
  }

  #outOfOrder(): number[] {
    // Beside days, a year or a month may stand anywhere in its time.
    const onlyDays = this.#days >= this.#size / 2
    const judged = new Uint32Array(onlyDays ? this.#days : this.#size)
    let count = 0
    for (let at = 0; at < this.#size; at++) {
      if (!onlyDays || this.#isDay[at] === 1) judged[count++] = at
    }
    if (judged.length < FEWEST) return []
    const starts = Int32Array.from(judged, (at) => this.#starts[at] ?? 0)
    const forwards = longestRun(starts)
    const backwards = longestRun(starts.slice().reverse())
      .map((at) => starts.length - 1 - at)
      .reverse()
    const kept = backwards.length > forwards.length ? backwards : forwards
    const most = Math.max(1, Math.floor(judged.length * SHARE))
    if (judged.length - kept.length > most) return []
    const breaking: number[] = []
    let next = 0
    for (const [at, entry] of judged.entries()) {
      if (kept[next] === at) next++
      else breaking.push(entry)
    }
    return breaking
  }

  #grow(): void {
    this.#starts = twice(this.#starts)
    this.#lines = twice(this.#lines)
    this.#ends = twice(this.#ends)
    this.#isDay = twice(this.#isDay)
  }
}

function twice<T extends Int32Array | Uint32Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array)
  return larger
}

/** The indices of a longest subsequence that never falls. */
function longestRun(values: Int32Array): Int32Array {
  /** By length of the run less one: the index at which the lowest such run ends. */
  const ends = new Int32Array(values.length)
  const before = new Int32Array(values.length)
  let length = 0
  for (const [at, value] of values.entries()) {
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = at
    length = Math.max(length, low + 1)
  }
  const run = new Int32Array(length)
  let last = length === 0 ? -1 : (ends[length - 1] ?? -1)
  for (let at = length - 1; at >= 0; at--) {
    run[at] = last
    last = before[last] ?? -1
  }
  return run
}
