import { createHash } from 'node:crypto'
import { ENTRY_FORMAT } from '#schema/indexes'

/** One document of a root: where it lies in it, and a digest of its bytes. */
export type DocumentDigest = { source: string; digest: string }

/**
 * Digest of a root as it was read: equal digests give equal entries. It covers the documents, the
 * authority file and the version of the rules that make entries of them.
 *
 * @param authority digest of the authority file's bytes
 */
export function rootDigest(documents: DocumentDigest[], authority: string): string {
  const lines = documents.map(({ source, digest }) => JSON.stringify([source, digest])).sort()
  const text = [String(ENTRY_FORMAT), authority, ...lines].join('\n')
  return createHash('sha256').update(text).digest('hex')
}
