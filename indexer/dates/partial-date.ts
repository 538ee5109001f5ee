import { parseEdtf } from '#schema/edtf'
import type { Offset, PartialDate } from '#schema/entry'
import type { Dated } from './read.ts'

/** The contract's form of a recognised date; all that it covers is read from its EDTF. */
export function partialDate(
  text: string,
  dated: Pick<Dated, 'edtf' | 'inferred' | 'start' | 'end'> & { rule: string },
  offset: Offset,
): PartialDate | null {
  const { edtf, rule, inferred, start, end } = dated
  const span = parseEdtf(edtf)
  if (span === null) return null
  return {
    edtf,
    start: span.start,
    end: span.end,
    precision: span.precision,
    qualifier: span.qualifier,
    inferred,
    rule,
    text: text.slice(start, end),
    offset,
  }
}
