import { partsOf } from '#schema/day'
import type { Day, PartialDate } from '#schema/entry'

/** A date of CSL-JSON: one or two lists of year, month, day; a season 1 to 4; or words. */
export type CslDate =
  | { 'date-parts': number[][]; circa?: boolean; season?: number }
  | { literal: string }

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?$/

/** Never narrower than what was written: what CSL has no parts for stays in words. */
export function cslDate(date: PartialDate): CslDate {
  const parts = date.edtf.split('/').map(partsOfEdtf)
  const literal = { literal: date.text }
  if (parts.some((part) => part === null)) return literal
  const known = parts as number[][]
  const circa = date.qualifier === null ? {} : { circa: true }
  const [year = 0, month = 0] = known[0] ?? []
  if (known.length === 1 && month > 12) {
    return { 'date-parts': [[year]], season: month - 20, ...circa }
  }
  if (known.some((part) => (part[1] ?? 0) > 12)) return literal
  return { 'date-parts': known, ...circa }
}

function partsOfEdtf(edtf: string): number[] | null {
  const match = PLAIN.exec(edtf)
  if (match === null) return null
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number)
}

export function cslDay(day: Day): CslDate {
  const { year, month, day: number } = partsOf(day)
  return { 'date-parts': [[year, month, number]] }
}
