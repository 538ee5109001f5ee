import 'server-only'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { bibtexOf } from './bibtex'
import type { CslItem } from './csl'
import { risOf } from './ris'
import { APA, CHICAGO, MLA } from './styles'

/** All forms of a citation, in the order in which the page offers them. */
export const CITATION_FORMATS = ['chicago', 'mla', 'apa', 'bibtex', 'ris', 'csl-json'] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]

const { styles } = plugins.config.get('@csl') as {
  styles: { add(name: string, xml: string): void }
}
styles.add('kronika-chicago', CHICAGO)
styles.add('kronika-mla', MLA)
styles.add('kronika-apa', APA)

const inStyle = (item: Partial<CslItem>, template: string): string =>
  plugins.output.format('bibliography', [item], { format: 'text', template, lang: 'en-US' }).trim()

/** The address here stands behind the archive's name, unless it is the one address there is. */
function withAddressHere(item: CslItem): CslItem {
  const { archive, archive_location: here, URL } = item
  return { ...item, archive: here === URL ? archive : `${archive}, ${here}` }
}

export function citationOf(item: CslItem, format: CitationFormat): string {
  switch (format) {
    case 'chicago':
      return inStyle(withAddressHere(item), 'kronika-chicago')
    case 'mla':
      return inStyle(withAddressHere(item), 'kronika-mla')
    case 'apa':
      return inStyle(withAddressHere(item), 'kronika-apa')
    case 'bibtex':
      return bibtexOf(item)
    case 'ris':
      return risOf(item)
    case 'csl-json':
      return JSON.stringify([item], null, 2)
  }
}
