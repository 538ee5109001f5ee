import { parseEdtf } from '#schema/edtf'
import type { StatedDate } from '../blocks.ts'

const DAY = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T|\s)/

/** A year, month or day in ISO 8601, a time after it left out; null for what has no year of ours. */
const dayOf = (value: string | undefined): string | null =>
  DAY.exec(value?.trim() ?? '')?.[0] ?? null

/**
 * The date that the attributes of an element state, as EDTF: `datetime` of HTML's <time>; `when`,
 * `from` and `to`, `notBefore` and `notAfter` of TEI's <date> and <event>, and the same with `-iso`. Null
 * when they state none.
 *
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.iso.html
 */
export function statedIn(
  attributes: ReadonlyMap<string, string>,
): Pick<StatedDate, 'edtf' | 'rule'> | null {
  const onPage = dayOf(attributes.get('datetime'))
  if (onPage !== null) return known({ edtf: onPage, rule: 'time-element' })
  const said = (name: string) => attributes.get(name) ?? attributes.get(`${name}-iso`)
  const when = dayOf(said('when'))
  if (when !== null) return known({ edtf: when, rule: 'tei-date' })
  const from = dayOf(said('from') ?? said('notBefore'))
  const to = dayOf(said('to') ?? said('notAfter'))
  if (from === null && to === null) return null
  return known({
    edtf: from === to ? `${from}` : `${from ?? '..'}/${to ?? '..'}`,
    rule: 'tei-date',
  })
}

const known = (stated: Pick<StatedDate, 'edtf' | 'rule'>) =>
  parseEdtf(stated.edtf) === null ? null : stated
