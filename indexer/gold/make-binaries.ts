/**
 * Makes the golden sources that no editor can write. They are kept as they are: run it on purpose, and
 * rewrite.ts after it: node --import tsx indexer/gold/make-binaries.ts
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxOf, item, w } from '../read/test-docx.ts'
import { column, pdfOf, type TestLine } from '../read/test-pdf.ts'

const cell = (text: string): string => `<w:tc>${w(text)}</w:tc>`
const row = (...texts: string[]): string => `<w:tr>${texts.map(cell).join('')}</w:tr>`
const run = (inside: string): string => `<w:r>${inside}</w:r>`

const keepersBook = docxOf({
  title: 'The Keeper’s Book',
  header: w('Station copy'),
  comments: `<w:comment w:id="1">${w('Check the year.')}</w:comment>`,
  footnotes: `<w:footnote w:id="2">${w('So says the log of the Harbour League.')}</w:footnote>`,
  body: [
    w('Contents 1', 'TOC1'),
    w('1921', 'Heading1'),
    w('January', 'Heading2'),
    item('30th: The lamp is lit by Ida Thorne.', 1),
    item('31st: Rosa Lind inspects it.', 1),
    w('Spring of 1921', 'Heading2'),
    `<w:p>${run('<w:t xml:space="preserve">The </w:t>')}<w:del>${run('<w:delText>wooden</w:delText>')}</w:del><w:ins>${run('<w:t>stone</w:t>')}</w:ins>${run('<w:t xml:space="preserve"> tower was finished on 4 May</w:t>')}${run('<w:footnoteReference w:id="2"/>')}${run('<w:t>; the PU did not mind.</w:t>')}</w:p>`,
    w('1922', 'Heading1'),
    `<w:tbl>${row('Date', 'Event', 'Place')}${row('June 10-12', 'The storm takes the quay.', 'Northhaven')}${row('mid-July 1922', 'The quay is built again.', '')}</w:tbl>`,
    w('The light shall never go out.', 'Quote'),
    w('Emil Berg, 3 October 1922'),
  ].join(''),
})

const PROSE =
  'The harbour office kept no book before the Pilots’ Union asked for one in 1931. What stands here was copied from loose sheets by Rosa Lind, who numbered them and left out what could not be read any more.'
const EVENTS: [date: string, text: string][] = [
  [
    '3 March 1931',
    'The office opens; Ida Thorne is the first to sign the book. A gale in the night breaks two windows of the new room.',
  ],
  ['4 March 1931', 'No vessel.'],
  [
    '12–14 April 1931',
    'The Harbour League meets in the office, and Emil Berg speaks on the government of the coast.',
  ],
  ['June 1931', 'The book is lost.'],
]

function register(): TestLine[] {
  let y = 180
  return EVENTS.flatMap(([date, text]) => {
    const lines = column(text, 190, y, 62)
    const middle = y + (lines.length - 1) * 6
    y += lines.length * 12 + 10
    return [[date, 60, middle] satisfies TestLine, ...lines]
  })
}

const head = (page: number): TestLine[] => [
  ['Harbour Office', 60, 40, 8],
  [String(page), 540, 770, 8],
]
const harbourOffice = pdfOf({
  pages: [
    [
      ...head(1),
      ['The Book of the Harbour Office', 60, 80, 18, 'bold'],
      ...column(PROSE, 60, 110, 96),
      ...register(),
    ],
    [
      ...head(2),
      ['After the Loss', 60, 80, 14, 'bold'],
      ...column('On 2 July 1931: nobody knew where it was.', 60, 110, 96),
    ],
    [
      ...head(3),
      ['September 1931', 60, 80, 10, 'bold'],
      ...column('5: The book is found by the UC coast guard.', 60, 110, 96),
      ...column('6: It is locked away.', 60, 122, 96),
    ],
  ],
})

writeFileSync(join(import.meta.dirname, 'keepers-book.docx'), keepersBook)
writeFileSync(join(import.meta.dirname, 'harbour-office.pdf'), harbourOffice)
