import 'server-only'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { CslItem } from './csl'

const { format } = plugins.config.get('@bibtex') as {
  format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean }
}
// Ids are safe as labels; other scripts than Latin would be dropped.
Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })

/**
 * A BibTeX record; `howpublished` repeats the address for styles without `url`. What BibTeX has no field for (where in the
 * document, the address here, the whole date) is in `note`.
 *
 * @param remark a further sentence for the note
 */
export function bibtexOf(item: CslItem, remark = ''): string {
  const { archive, archive_location: here, 'container-title': container, note, issued } = item
  const parts = [
    container === undefined ? null : `In ${container}, ${note}`,
    issued !== undefined && 'literal' in issued ? `Dated ${issued.literal}` : null,
    `${archive}, ${here}`,
    remark,
  ]
  const { abstract: _, 'container-title': __, ...fields } = item
  const flat = { ...fields, note: parts.filter(Boolean).join('. ') }
  if (issued !== undefined && 'literal' in issued) delete flat.issued
  return plugins.output.format('bibtex', [clean(flat)]).trim()
}

/** Line breaks and control characters end nothing in BibTeX, but look as if they did. */
function clean<T extends Record<string, unknown>>(item: T): T {
  const flat = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : value
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, flat(value)])) as T
}
