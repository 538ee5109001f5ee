import type { DateForms, Reading } from '../blocks.ts'
import type { BinaryFormat, SourceBytes, SourceText, TextFormat } from '../parsed.ts'
import type { TableFormat } from '../table/rows.ts'
import { openDocx } from './docx.ts'
import { openHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { openPdf } from './pdf.ts'
import { openTei } from './tei.ts'
import { readTxt } from './txt.ts'

/** A text that is open for reading. */
export type OpenText = {
  /** Its lines, without markup that is not text: what its dates are judged by. */
  lines: string[]
  /** Reads it into blocks, once it is known what its dates look like. */
  read: (dates: DateForms) => Reading
}

/** A format that is read as text; a table's rows are read by `table/`. */
type ProseFormat = Exclude<TextFormat, TableFormat>

const TEXTS: Record<ProseFormat, (text: string) => OpenText> = {
  txt: (text) => openLines(text, readTxt),
  md: (text) => openLines(text, readMarkdown),
  html: openHtml,
  tei: openTei,
}

const BINARIES: Record<BinaryFormat, (bytes: Uint8Array) => Promise<OpenText>> = {
  docx: openDocx,
  pdf: openPdf,
}

/** Opens a document that stands in memory, by its format. @throws SourceError for one that is not what its name says */
export async function openProse(source: SourceText | SourceBytes): Promise<OpenText> {
  if ('bytes' in source) return BINARIES[source.format](source.bytes)
  return TEXTS[source.format as ProseFormat](source.text)
}

const openLines = (text: string, read: (text: string, dates: DateForms) => Reading): OpenText => ({
  lines: text.split(/\r\n?|\n/),
  read: (dates) => read(text, dates),
})
