import type { Reading } from '../blocks.ts'
import { SourceError } from '../errors.ts'
import type { Finding } from '../parsed.ts'
import type { Broken } from '../table/table.ts'
import { statedTitle } from './document-title.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { columnsOf } from './pdf-columns.ts'
import { linesOf } from './pdf-lines.ts'
import { withoutMargins } from './pdf-margins.ts'
import { rowsOf } from './pdf-rows.ts'
import { type PdfSource, readPdfSource } from './pdf-source.ts'
import { upright } from './pdf-upright.ts'
import type { OpenText } from './read.ts'

/**
 * The text layer of a PDF: its lines in reading order, joined to paragraphs, list items, rows of
 * tables and headings; without what its pages carry above and below the text. Places are pages.
 *
 * @throws SourceError for what has no text, is no PDF, is locked or damaged, or is too much to read
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenText> {
  return openPages(await readPdfSource(bytes))
}

/** The same, when it is known what stands where. */
export function openPages(source: PdfSource): OpenText {
  const { findings, broken } = pagesWithoutText(source)
  const pages = source.pages.map(upright)
  const sheets = pages.map((page) => ({ number: page.number, rows: rowsOf(page) }))
  const { sheets: texts, leftOut } = withoutMargins(sheets)
  let column = 0
  const lines = texts.flatMap(({ number, rows }) =>
    columnsOf(rows).flatMap((own) => linesOf(own, number, column++)),
  )
  const turned = pages.flatMap(({ number, pieces }) => {
    const text = pieces
      .flatMap(({ turn, text }) => (turn === 0 ? [] : [text]))
      .join(' ')
      .trim()
    return text === '' ? [] : [{ text, line: number, reason: 'header or footer' as const }]
  })
  return {
    lines: lines.map(({ text }) => text),
    read: (dates): Reading => {
      const { blocks, leftOut: others } = pdfBlocks(lines, source.outline, dates)
      const title = statedTitle(source.title)
      return { title, blocks, leftOut: [...leftOut, ...turned, ...others], findings, broken }
    },
  }
}

/** @throws SourceError when no page has text */
function pagesWithoutText({ pages }: PdfSource): { findings: Finding[]; broken: Broken[] } {
  const findings: Finding[] = []
  const broken: Broken[] = []
  for (const { number, pieces, problem } of pages) {
    if (problem !== '') {
      broken.push({ line: number, reason: `page ${number} is damaged (${problem}): left out` })
    } else if (pieces.every(({ text }) => text.trim() === '')) {
      findings.push({
        message: 'The page has no text, only a picture if anything',
        line: number,
        text: '',
      })
    }
  }
  if (findings.length === pages.length) {
    throw new SourceError(
      'has no text in it, only pictures: run text recognition (OCR) over it first',
    )
  }
  if (broken.length + findings.length === pages.length) {
    throw new SourceError(`is damaged (${broken[0]?.reason}): get a sound copy`)
  }
  return { findings, broken }
}
