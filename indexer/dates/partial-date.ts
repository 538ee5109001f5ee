import { parseEdtf, type Span } from '#schema/edtf'
import type { Offset, PartialDate } from '#schema/entry'
import type { Dated } from './read.ts'

let last: { edtf: string; span: Span | null } = { edtf: '', span: null }

/** The span of an EDTF date; of the same as before at once, as a date is checked and then asked about. */
export function spanOf(edtf: string): Span | null {
  if (last.edtf !== edtf) last = { edtf, span: parseEdtf(edtf) }
  return last.span
}

/** The contract's form of a recognised date; all that it covers is read from its EDTF. */
export function partialDate(
  text: string,
  dated: Pick<Dated, 'edtf' | 'inferred' | 'start' | 'end'> & { rule: string },
  offset: Offset,
): PartialDate | null {
  const { edtf, rule, inferred, start, end } = dated
  const span = spanOf(edtf)
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
