import type { CslItem } from './csl'
import type { CslDate } from './csl-date'

/** A citation for reference managers that look at the page: Highwire's meta tags, and a COinS. */

export function citationMeta(item: CslItem): Record<string, string> {
  const date = dateOf(item.issued)
  const container = item['container-title']
  return {
    citation_title: item.title,
    ...(container !== undefined && { citation_inbook_title: container }),
    ...(date !== '' && { citation_publication_date: date.replaceAll('-', '/') }),
    citation_public_url: item.URL,
    citation_fulltext_html_url: item.archive_location,
    citation_publisher: item.archive,
  }
}

/** OpenURL ContextObject in a span (Z39.88-2004), with the Dublin Core format. */
export function coinsOf(item: CslItem): string {
  const date = dateOf(item.issued)
  const container = item['container-title']
  const params = new URLSearchParams([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rfr_id', 'info:sid/kronika'],
    ['rft.type', 'webpage'],
    ['rft.title', item.title],
    ...(container === undefined ? [] : [['rft.source', container] as [string, string]]),
    ...(date === '' ? [] : [['rft.date', date] as [string, string]]),
    ...(item.note === undefined ? [] : [['rft.description', item.note] as [string, string]]),
    ['rft.publisher', item.archive],
    ['rft.identifier', item.URL],
    ['rft.identifier', item.archive_location],
  ])
  return params.toString()
}

function dateOf(date: CslDate | undefined): string {
  if (date === undefined || 'literal' in date) return ''
  const [year = 0, ...rest] = date['date-parts'][0] ?? []
  return [String(year).padStart(4, '0'), ...rest.map((n) => String(n).padStart(2, '0'))].join('-')
}
