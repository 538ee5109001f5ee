import { extname } from 'node:path'
import type { BinaryFormat, Source, StreamedFormat } from '../parsed.ts'

/**
 * The one table of formats that are read: by the file's extension, or by the content type of an
 * address. A new format is one row here, and its reader.
 */

export type Format = Source['format']

const BINARY: Record<BinaryFormat, true> = { docx: true, pdf: true }

/** Whether the bytes of a format are no text to be decoded. */
export const isBinary = (format: Format): format is BinaryFormat => Object.hasOwn(BINARY, format)

const STREAMED: Record<StreamedFormat, true> = {
  txt: true,
  md: true,
  csv: true,
  tsv: true,
  json: true,
  jsonl: true,
}

/** Whether a large file of a format is read in pieces. */
export const isStreamed = (format: Format): format is StreamedFormat =>
  Object.hasOwn(STREAMED, format)

type Row = { format: Format; extensions: string[]; contentTypes: string[] }

const FORMATS: readonly Row[] = [
  { format: 'txt', extensions: ['.txt'], contentTypes: ['text/plain'] },
  {
    format: 'md',
    extensions: ['.md', '.markdown'],
    contentTypes: ['text/markdown', 'text/x-markdown'],
  },
  {
    format: 'html',
    extensions: ['.html', '.htm', '.xhtml'],
    contentTypes: ['text/html', 'application/xhtml+xml'],
  },
  {
    format: 'tei',
    extensions: ['.xml'],
    contentTypes: ['application/tei+xml', 'application/xml', 'text/xml'],
  },
  {
    format: 'docx',
    extensions: ['.docx'],
    contentTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  { format: 'pdf', extensions: ['.pdf'], contentTypes: ['application/pdf'] },
  { format: 'csv', extensions: ['.csv'], contentTypes: ['text/csv'] },
  { format: 'tsv', extensions: ['.tsv'], contentTypes: ['text/tab-separated-values'] },
  { format: 'json', extensions: ['.json'], contentTypes: ['application/json'] },
  {
    format: 'jsonl',
    extensions: ['.jsonl', '.ndjson'],
    contentTypes: ['application/jsonl', 'application/x-ndjson'],
  },
]

/** Formats that people will try, so that they are told and not left to wonder. */
const OTHERS: Record<string, string> = {
  'application/msword': 'Word documents are read as .docx only',
}

/** `.txt, .md, .markdown, …` */
export const ACCEPTED = FORMATS.flatMap(({ extensions }) => extensions).join(', ')

/** The format of a file by its name; null when it is not read. */
export function formatOfName(name: string): Format | null {
  const extension = extname(name).toLowerCase()
  return FORMATS.find(({ extensions }) => extensions.includes(extension))?.format ?? null
}

/** Why a file is not read, as a reason that many files can share. */
export function unreadName(name: string): string {
  const extension = extname(name).toLowerCase()
  return extension === '' ? 'a file without extension' : `${extension} is not read`
}

/**
 * The format of an answer. `text/plain` says little: the extension in the address is more exact.
 *
 * @param contentType as in the header, or null
 * @returns the format, or why it is not read
 */
export function formatOfAnswer(contentType: string | null, url: URL): Format | { reason: string } {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const byName = formatOfName(url.pathname)
  if (type === '' || type === 'application/octet-stream') {
    return byName ?? { reason: `does not say what it is: ${ACCEPTED} are read` }
  }
  const byType = FORMATS.find(({ contentTypes }) => contentTypes.includes(type))?.format
  if (byType === undefined) {
    const known = OTHERS[type] ?? `its content type ${type} is not read`
    return { reason: `${known}: save it as plain text, Markdown or HTML` }
  }
  return byType === 'txt' ? (byName ?? 'txt') : byType
}
