import { hash as digest } from 'node:crypto'
import { fold } from '#schema/fold'
import { collapse, composed } from './read/normalise.ts'

/** Ids that survive: an insertion or a change elsewhere alters no other entry's id. */

const HASH_LENGTH = 12
const MAX_SLUG = 200
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The id of an entry: its document's id and a hash of its text, whatever its place.
 *
 * @param occurrence 1 for the first entry of the document with this text, 2 for the second, …
 */
export function entryId(documentId: string, text: string, occurrence: number): string {
  return numberedId(documentId, textHash(text), occurrence)
}

/** The same, by what `textHash` gives. */
export function numberedId(documentId: string, hash: string, occurrence: number): string {
  return `${documentId}-${hash}${occurrence === 1 ? '' : `-${occurrence}`}`
}

/** The hash in the id of an entry whose text is the first of its kind; null of all others. */
export function entryHash(documentId: string, id: string): string | null {
  if (id.length !== documentId.length + 1 + HASH_LENGTH || !id.startsWith(`${documentId}-`)) {
    return null
  }
  const hash = id.slice(-HASH_LENGTH)
  return /^[a-z2-7]+$/.test(hash) ? hash : null
}

/** 60 bits of a text in its normalised form, in base32. */
export const textHash = (text: string): string => shortHash(normalised(text))

/** Texts that are equal in this form share a hash, and are told apart by their occurrence. */
export const normalised = (text: string): string => collapse(composed(text))

/**
 * The id of a document: lower-case letters, digits and single hyphens, from a path relative to its
 * source (folders kept, extension dropped) or from an http(s) address (host and path). Never empty.
 */
export function documentSlug(relativePathOrAddress: string): string {
  return slugOf(relativePathOrAddress, withoutExtension)
}

/** The same with the extension, for the second of two documents whose ids are equal without. */
export function slugWithExtension(relativePathOrAddress: string): string {
  return slugOf(relativePathOrAddress, (path) => path)
}

function slugOf(relativePathOrAddress: string, named: (path: string) => string): string {
  const path = isAddress(relativePathOrAddress)
    ? pathOfAddress(relativePathOrAddress, named)
    : named(relativePathOrAddress)
  const slug = fold(path)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  // A name without a Latin letter or digit still needs an id of its own.
  if (slug === '') return `document-${shortHash(relativePathOrAddress)}`
  if (slug.length <= MAX_SLUG) return slug
  const kept = slug.slice(0, MAX_SLUG - HASH_LENGTH - 1).replace(/-$/, '')
  return `${kept}-${shortHash(relativePathOrAddress)}`
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

function pathOfAddress(address: string, named: (path: string) => string): string {
  if (!URL.canParse(address)) return address
  const { hostname, port, pathname, search } = new URL(address)
  const path = named(decoded(pathname))
  return [hostname.replace(/^www\./, ''), port, path, decoded(search)].join(' ')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Only what looks like an extension: `v1.2 draft` keeps its point's tail. */
const withoutExtension = (path: string): string =>
  path.replace(/(?<=[^/\\])\.[a-z][a-z0-9]{0,7}$/i, '')

/** 12 characters of RFC 4648 base32 in lower case: 60 bits of the SHA-256. */
function shortHash(text: string): string {
  const bytes = digest('sha256', text, 'buffer')
  let bits = 0
  let value = 0
  let hash = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5 && hash.length < HASH_LENGTH) {
      bits -= 5
      hash += BASE32.charAt((value >>> bits) & 31)
    }
    value &= (1 << bits) - 1
    if (hash.length === HASH_LENGTH) break
  }
  return hash
}
