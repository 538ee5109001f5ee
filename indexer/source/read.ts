import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { fileReason, SourceError } from '../errors.ts'
import type { Source } from '../parsed.ts'
import { declaredCharset } from './declared-charset.ts'
import { decode } from './decode.ts'
import { fetchAddress } from './fetch.ts'
import { formatOfAnswer, isBinary } from './formats.ts'
import { MAX_FILE_BYTES } from './limits.ts'
import type { Planned } from './list.ts'

export type ReadOptions = { allowPrivate: boolean; signal: AbortSignal }

/** What a document holds, and a digest of its bytes, which stands even where nothing can be read. */
export type ReadResult = { digest: string; source: Source } | { digest: string; reason: string }

/** Reads a planned document, file or address. Never throws for what is wrong with the document. */
export async function readDocument(planned: Planned, options: ReadOptions): Promise<ReadResult> {
  let digest = 'unreadable'
  try {
    const { bytes, format, charset } = await bytesOf(planned, options)
    digest = createHash('sha256').update(bytes).digest('hex')
    const place = { id: planned.id, source: planned.source }
    if (isBinary(format)) return { digest, source: { ...place, format, bytes } }
    const declared = format === 'html' || format === 'tei' ? declaredCharset(bytes) : null
    const text = decode(bytes, charset ?? declared)
    return { digest, source: { ...place, format, text } }
  } catch (error) {
    if (error instanceof SourceError) return { digest, reason: error.message }
    throw error
  }
}

async function bytesOf({ from }: Planned, options: ReadOptions) {
  if ('path' in from) {
    return { bytes: await fileBytes(from.path), format: from.format, charset: null }
  }
  const { bytes, contentType, charset } = await fetchAddress(from.address, options)
  const format = formatOfAnswer(contentType, new URL(from.address))
  if (typeof format === 'object') throw new SourceError(format.reason)
  return { bytes, format, charset }
}

/** @throws SourceError */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > MAX_FILE_BYTES) {
        const limit = `${MAX_FILE_BYTES / 1_000_000} MB`
        throw new SourceError(`is larger than ${limit}: split it into smaller files`)
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(fileReason(error))
  }
}
