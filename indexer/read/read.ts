import type { DateForms, Reading } from '../blocks.ts'
import type { SourceText } from '../parsed.ts'
import type { TableFormat } from '../table/rows.ts'
import { openHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { openTei } from './tei.ts'
import { readTxt } from './txt.ts'

/** A document that is read as text; a table's rows are read by `table/`. */
export type Prose = SourceText & { format: Exclude<SourceText['format'], TableFormat> }

/** A text that is open for reading. */
export type OpenText = {
  /** Its lines, without markup that is not text: what its dates are judged by. */
  lines: string[]
  /** Reads it into blocks, once it is known what its dates look like. */
  read: (dates: DateForms) => Reading
}

const OPENERS = {
  txt: (text) => openLines(text, readTxt),
  md: (text) => openLines(text, readMarkdown),
  html: openHtml,
  tei: openTei,
} as const satisfies Record<Prose['format'], (text: string) => OpenText>

/** Opens a text by its format. @throws SourceError for one that is not what its name says */
export const openText = ({ format, text }: Prose): OpenText => OPENERS[format](text)

const openLines = (text: string, read: (text: string, dates: DateForms) => Reading): OpenText => ({
  lines: text.split(/\r\n?|\n/),
  read: (dates) => read(text, dates),
})
