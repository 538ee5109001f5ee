import { isOfOtherYear } from './guards.ts'
import { shareYear } from './joined.ts'
import { isMonthInProse } from './month-in-prose.ts'
import type { Prefix } from './prefix.ts'
import { testAt } from './sticky.ts'
import type { Source, Unit } from './unit.ts'

/**
 * Gives dates without a year the anchor's; null when there is no anchor, or when the words around
 * them say or may say something else than a date of that year.
 */
export function inferYear(source: Source, units: Unit[], prefix: Prefix): Unit[] | null {
  const { anchor } = source.context
  const [first] = units
  const last = units[units.length - 1]
  if (anchor === null || first === undefined || last === undefined) return null
  if (source.mode === 'mention' && !isInferable(source.text, first, last, prefix)) return null
  return units.map((date, index) => {
    const dated = { ...date, year: anchor.year }
    return index === 0 ? dated : shareYear({ ...first, year: anchor.year }, date)[1]
  })
}

function isInferable(text: string, first: Unit, last: Unit, prefix: Prefix): boolean {
  if (isOfOtherYear(text, prefix.inner, last.end)) return false
  if (first.kind === 'day') return true
  if (first.kind !== 'month') return false
  const joined = first !== last && !/\s/.test(text.slice(first.end, last.start))
  return joined || isMonthInProse(text, prefix, last.end)
}

/** `on the 28th` in prose: an ordinal, and nothing after it that it could number. */
const ON_THE = /(?<=\b(?:on|until)\s{1,3}the\s{1,3})/iy
const NUMBERS_NOTHING =
  /\s{1,3}of\s{1,3}(?:the|this|that)\s{1,3}(?:same\s{1,3})?month(?![a-z])|[.;:)\]]|,\s(?!\d|and\s)|\s?$/iy

/** Days that take both month and year from the anchor. */
export function inferMonth({ text, mode, context }: Source, days: Unit[]): Unit[] | null {
  const { anchor } = context
  if (anchor === null || anchor.month === null) return null
  const { year, month } = anchor
  const ordinal = days.every((day) => /\D$/.test(text.slice(day.start, day.end)))
  if (mode === 'whole' && !ordinal && context.hint !== 'timeline') return null
  if (mode === 'mention') {
    const [day] = days
    if (day === undefined || !ordinal || !testAt(ON_THE, text, day.start)) return null
    if (!testAt(NUMBERS_NOTHING, text, day.end)) return null
  }
  return days.map((day) => ({ ...day, year, month }))
}
