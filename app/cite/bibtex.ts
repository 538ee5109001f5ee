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
  const flat = {
    ...fields,
    // Braces keep a style from writing its words small.
    title: `{${latex(item.title)}}`,
    note: latex(parts.filter(Boolean).join('. ')),
    URL: item.URL.replace(/[\p{Cc}\s{}\\"]/gu, encodeURIComponent),
  }
  if (issued !== undefined && 'literal' in issued) delete flat.issued
  return plugins.output
    .format('bibtex', [flat])
    .replace(/^(\s*howpublished = )\{(.*)\}/m, '$1{\\url{$2}}')
    .trim()
}

/** BibTeX itself counts braces behind a backslash too: no text of ours may have one that is not closed. */
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text as LaTeX prints it, in one line: the library writes it as it is, and every mark would be a command. */
export const latex = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^#$%&_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`)
