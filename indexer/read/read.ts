import type { DateForms, PartedReading, Reading } from '../blocks.ts'
import type { BinaryFormat, Source, SourceBytes, SourceText, TextFormat } from '../parsed.ts'
import { inOnePart, type Keep, type Parts, through } from '../stages.ts'
import type { TableFormat } from '../table/rows.ts'
import { openDocx } from './docx.ts'
import { openHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { NormalisedLines } from './normalised-lines.ts'
import { openPdf } from './pdf.ts'
import { openTei } from './tei.ts'
import { readTxtLines } from './txt.ts'

/** A text that is open for reading. */
export type OpenText = {
  /** Its lines, without markup that is not text: what its dates are judged by. */
  lines: string[]
  /** Reads it into blocks, once it is known what its dates look like; to be called once. */
  read: (dates: DateForms) => Reading
}

/** The same for a text that comes in parts. */
export type OpenProse = {
  lines: Parts<string>
  /** @param keep for what is read more than once */
  read: (dates: DateForms, keep: Keep) => Promise<PartedReading>
}

/** Formats that are read line by line. */
export type LineFormat = 'txt' | 'md'

const LINES: Record<
  LineFormat,
  (lines: Parts<string>, dates: DateForms, keep: Keep) => Promise<PartedReading>
> = { txt: readTxtLines, md: readMarkdown }

export const isLineFormat = (format: Source['format']): format is LineFormat =>
  Object.hasOwn(LINES, format)

/** @param lines as the file has them */
export function openLines(lines: Parts<string>, format: LineFormat): OpenProse {
  const normalised = through(lines, () => new NormalisedLines())
  return { lines, read: (dates, keep) => LINES[format](normalised, dates, keep) }
}

/** A format that is read as one text; a table's rows are read by `table/`. */
type MarkupFormat = Exclude<TextFormat, TableFormat | LineFormat>

const MARKUP: Record<MarkupFormat, (text: string) => OpenText> = { html: openHtml, tei: openTei }

const BINARIES: Record<BinaryFormat, (bytes: Uint8Array) => Promise<OpenText>> = {
  docx: openDocx,
  pdf: openPdf,
}

/** Opens a document that stands in memory, by its format. @throws SourceError for one that is not what its name says */
export async function openWhole(source: SourceText | SourceBytes): Promise<OpenProse> {
  const { lines, read } =
    'bytes' in source
      ? await BINARIES[source.format](source.bytes)
      : MARKUP[source.format as MarkupFormat](source.text)
  return {
    lines: inOnePart(lines),
    read: async (dates) => {
      const { blocks, leftOut, ...reading } = read(dates)
      return { ...reading, parts: inOnePart(blocks, leftOut) }
    },
  }
}
