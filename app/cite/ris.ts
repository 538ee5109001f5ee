import type { CslItem } from './csl'
import type { CslDate } from './csl-date'

/**
 * A record in RIS (Research Information Systems, tags of 2011): a line a tag, two spaces, a hyphen. No
 * line is folded, since readers do not agree on how to unfold one.
 *
 * @param remark a further note
 */
export function risOf(item: CslItem, remark = ''): string {
  const { archive, archive_location: here, URL, issued, accessed } = item
  return risRecord([
    ['TY', 'ELEC'],
    ['ID', item.id],
    ['TI', item.title],
    ['T2', item['container-title']],
    ['SE', item.section],
    ['PY', yearOf(issued)],
    ['DA', slashed(issued)],
    ['AB', item.abstract],
    ['UR', URL],
    ['UR', here === URL ? undefined : here],
    ['DB', archive],
    ['Y2', slashed(accessed)],
    // One note: of several, some readers keep the first.
    ['N1', [item.note ?? '', remark].filter((part) => part !== '').join('. ')],
  ])
}

/** A record of tags and values, those without a value left out. */
export function risRecord(lines: [tag: string, value: string | undefined][]): string {
  const written = lines
    .map(([tag, value]) => [tag, value?.replace(/[\p{Cc}\s]+/gu, ' ').trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
  return `${written.join('')}ER  - \r\n`
}

const partsOf = (date: CslDate | undefined): number[] =>
  date !== undefined && 'date-parts' in date ? (date['date-parts'][0] ?? []) : []

const yearOf = (date: CslDate | undefined): string | undefined => {
  const [year] = partsOf(date)
  return year === undefined ? undefined : String(year).padStart(4, '0')
}

/** `YYYY/MM/DD/`, unknown parts empty, the words of what is no calendar date behind the last slash. */
function slashed(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined
  if ('literal' in date) return `///${date.literal}`
  const [year = 0, month, day] = partsOf(date)
  const pad = (value: number | undefined) =>
    value === undefined ? '' : String(value).padStart(2, '0')
  const end = date['date-parts'][1]
  const other =
    end === undefined ? '' : `to ${end.map((n) => String(n).padStart(2, '0')).join('-')}`
  return `${String(year).padStart(4, '0')}/${pad(month)}/${pad(day)}/${other}`
}
