import 'server-only'
import { bibtexOf } from '../cite/bibtex'
import { cslOfEntry } from '../cite/csl'
import { risOf } from '../cite/ris'
import type { Format } from './format'
import { remarkOf } from './provenance'

/** Records for reference managers; the search stands in a note of each. */

export const ris: Format = {
  type: 'application/x-research-info-systems; charset=utf-8',
  extension: 'ris',
  entry: (hit, { citable, provenance }) =>
    `${risOf(cslOfEntry(hit, citable), remarkOf(provenance))}\r\n`,
}

export const bibtex: Format = {
  type: 'application/x-bibtex; charset=utf-8',
  extension: 'bib',
  // What stands outside of records is a comment to BibTeX.
  head: ({ provenance }) => `${remarkOf(provenance).replace(/[@{}]/g, encodeURIComponent)}.\n\n`,
  entry: (hit, { citable, provenance }) =>
    `${bibtexOf(cslOfEntry(hit, citable), remarkOf(provenance))}\n\n`,
}
