import { partsOf } from '#schema/day'
import { effectiveDates, type ParsedEntry, type PartialDate } from '#schema/entry'
import { monthInWords } from '../entry/understood'

/** Where entries hang on the spine of the timeline. */

export type Dated = Pick<ParsedEntry, 'date' | 'mentions'>

export type Group<T> = {
  /** `1999-06`, `1999` for dates as wide as a year or wider, `…` for an open past, '' for undated. */
  key: string
  entries: T[]
}

/** The date by which an entry stands in the order of time: its earliest. */
export function firstDate(entry: Dated): PartialDate | null {
  return effectiveDates(entry).reduce<PartialDate | null>((first, date) => {
    if (first === null || date.start === null) return date
    return first.start !== null && date.start < first.start ? date : first
  }, null)
}

/** The dates of an entry, the one by which it stands in time first. */
export function datesFromFirst(entry: Dated): PartialDate[] {
  const first = firstDate(entry)
  const others = effectiveDates(entry).filter((date) => date !== first)
  return first === null ? [] : [first, ...others]
}

export function groupKey(entry: Dated): string {
  const date = firstDate(entry)
  if (date === null) return ''
  if (date.start === null) return OPEN
  const isWide =
    date.precision === 'year' || date.precision === 'decade' || date.precision === 'century'
  return isWide ? date.start.slice(0, 4) : date.start.slice(0, 7)
}

const OPEN = '…'

/** Neighbours of one month or year together; the order stays. */
export function inGroups<T extends Dated>(entries: readonly T[]): Group<T>[] {
  const groups: Group<T>[] = []
  for (const entry of entries) {
    const key = groupKey(entry)
    const last = groups.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else groups.push({ key, entries: [entry] })
  }
  return groups
}

/** The heading of a group. */
export function groupName(key: string): string {
  if (key === '') return 'Undated'
  if (key === OPEN) return 'Before'
  return key.length === 7 ? monthInWords(key) : String(partsOf(`${key}-01-01`).year)
}

/** The year of a group's heading, to be set large where it changes; null where it has none. */
export const groupYear = (key: string): string | null =>
  /^\d/.test(key) ? String(Number(key.slice(0, 4))) : null
