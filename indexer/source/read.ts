import { createHash } from 'node:crypto'
import { SourceError } from '../errors.ts'
import type { Source } from '../parsed.ts'
import { declaredCharset } from './declared-charset.ts'
import { decode } from './decode.ts'
import { fetchAddress } from './fetch.ts'
import { type Format, formatOfAnswer, isBinary, isStreamed } from './formats.ts'
import { MAX_FILE_BYTES, MAX_MARKUP_BYTES, PIECES_FROM_BYTES, SMALL_BYTES } from './limits.ts'
import type { Planned } from './list.ts'
import { OpenFile } from './open-file.ts'

export type ReadOptions = {
  allowPrivate: boolean
  signal: AbortSignal
  /** For tests: from how many bytes on a file is read in pieces. */
  piecesFrom?: number
}

/** What a document holds, and a digest of its bytes, which stands even where nothing can be read. */
export type ReadResult =
  | { digest: string; source: Source; close: () => Promise<void> }
  | { digest: string; reason: string }

type Place = Pick<Source, 'id' | 'source'>

/**
 * Reads a planned document, file or address, and leaves a large file open. Never throws for what is
 * wrong with the document.
 */
export async function readDocument(planned: Planned, options: ReadOptions): Promise<ReadResult> {
  let digest = 'unreadable'
  const onDigest = (found: string) => {
    digest = found
  }
  try {
    const { from } = planned
    const read = 'path' in from ? await readFile(planned, from, options, onDigest) : null
    const source = read?.source ?? (await readAddress(planned, options, onDigest))
    return { digest, source, close: async () => read?.file.close() }
  } catch (error) {
    if (error instanceof SourceError) return { digest, reason: error.message }
    throw error
  }
}

type OnDigest = (digest: string) => void

async function readFile(
  { id, source }: Place,
  { path, format }: { path: string; format: Format },
  { piecesFrom = PIECES_FROM_BYTES }: ReadOptions,
  onDigest: OnDigest,
): Promise<{ source: Source; file: OpenFile }> {
  const file = await OpenFile.open(path)
  try {
    if (!isStreamed(format) || file.size < piecesFrom) {
      const most = format === 'html' || format === 'tei' ? MAX_MARKUP_BYTES : MAX_FILE_BYTES
      if (file.size > most) throw new SourceError(tooLarge(most))
      const bytes = await file.whole()
      onDigest(digestOf(bytes))
      await file.close()
      return { source: sourceOf({ id, source }, format, bytes, null), file }
    }
    const encoding = await file.inspect(onDigest)
    const isSmall = file.size <= SMALL_BYTES
    return { source: { id, source, format, pieces: () => file.text(encoding), isSmall }, file }
  } catch (error) {
    await file.close()
    throw error
  }
}

const tooLarge = (bytes: number): string =>
  `is larger than ${bytes / 1_000_000} MB: split it into smaller files`

async function readAddress(planned: Planned, options: ReadOptions, onDigest: OnDigest) {
  const { address } = planned.from as { address: string }
  const { bytes, contentType, charset } = await fetchAddress(address, options)
  onDigest(digestOf(bytes))
  const format = formatOfAnswer(contentType, new URL(address))
  if (typeof format === 'object') throw new SourceError(format.reason)
  return sourceOf(planned, format, bytes, charset)
}

function sourceOf(
  { id, source }: Place,
  format: Format,
  bytes: Uint8Array,
  charset: string | null,
): Source {
  if (isBinary(format)) return { id, source, format, bytes }
  const declared = format === 'html' || format === 'tei' ? declaredCharset(bytes) : null
  return { id, source, format, text: decode(bytes, charset ?? declared) }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A small file. @throws SourceError */
export async function fileBytes(path: string): Promise<Uint8Array> {
  const file = await OpenFile.open(path)
  try {
    if (file.size > MAX_FILE_BYTES) throw new SourceError(tooLarge(MAX_FILE_BYTES))
    return await file.whole()
  } finally {
    await file.close()
  }
}
