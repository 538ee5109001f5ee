import { CITATION_FORMATS, type CitationFormat, citationOf } from './citations'
import { CiteList } from './cite-list'
import type { CslItem } from './csl'
import { coinsOf } from './embedded'

const LABELS: Record<CitationFormat, string> = {
  chicago: 'Chicago',
  mla: 'MLA',
  apa: 'APA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
}

type Props = {
  item: CslItem
  /** Address of the citation as a file, to which `format` is added. */
  address: string
}

/** How to cite an entry or a document, for people and for reference managers. */
export function Cite({ item, address }: Props) {
  const citations = CITATION_FORMATS.map((format) => ({
    format,
    label: LABELS[format],
    text: citationOf(item, format),
    file: `${address}&format=${format}`,
  }))
  return (
    <>
      <CiteList citations={citations} />
      {/* Reference managers look for the class. */}
      <span className="Z3988" title={coinsOf(item)} />
    </>
  )
}
