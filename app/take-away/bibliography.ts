import 'server-only'
import { bibtexOf, latex } from '../cite/bibtex'
import { cslOfEntry } from '../cite/csl'
import { risOf, risRecord } from '../cite/ris'
import type { Format } from './format'
import { remarkOf } from './provenance'

/** Records for reference managers; the search stands in a note of each. */

export const ris: Format = {
  type: 'application/x-research-info-systems; charset=utf-8',
  extension: 'ris',
  // Readers pass over what stands before the first record.
  head: ({ provenance }) =>
    provenance.total === 0 ? `${inOneLine(remarkOf(provenance))}; no entries\r\n` : '',
  entry: (entry, { citable, provenance }) =>
    `${risOf(cslOfEntry(entry, citable), remarkOf(provenance))}\r\n`,
  broken: ({ message }, { provenance }) =>
    risRecord([
      ['TY', 'GEN'],
      ['TI', message],
      ['N1', remarkOf(provenance)],
    ]),
}

export const bibtex: Format = {
  type: 'application/x-bibtex; charset=utf-8',
  extension: 'bib',
  // What stands outside of records is a comment to BibTeX.
  head: ({ provenance }) =>
    `${harmless(remarkOf(provenance))}${provenance.total === 0 ? '; no entries' : ''}.\n\n`,
  entry: (entry, { citable, provenance }) =>
    `${bibtexOf(cslOfEntry(entry, citable), remarkOf(provenance))}\n\n`,
  broken: ({ message }, { provenance }) =>
    `@misc{incomplete,\n\ttitle = {{${latex(message)}}},\n\tnote = {${latex(remarkOf(provenance))}},\n}\n`,
}

const inOneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ')

const harmless = (text: string): string => inOneLine(text).replace(/[@{}]/g, encodeURIComponent)
