/**
 * The engine folds case in facet values: "NATO" and "Nato" would be counted and filtered as one, and
 * reported under whichever came first. So a value that its folding could change carries a mark of its
 * exact spelling, behind a separator that no text contains. Values that folding leaves alone (years,
 * kinds, document ids) stay as they are, and no marked value equals an unmarked one.
 */

const SEPARATOR = '\u001f'
const UNCHANGED_BY_FOLDING = /^[a-z0-9-]*$/

/** The engine cuts facet values at 468 bytes; names and sections are kept below that. */
export const MAX_NAME_BYTES = 400

/**
 * The engine's key for a facet value. A value that folding leaves alone may carry a label behind the
 * separator, so that the counts bring what people read along.
 */
export function facetKey(value: string, label?: string): string {
  if (!UNCHANGED_BY_FOLDING.test(value)) return `${value}${SEPARATOR}${spelling(value)}`
  return label === undefined ? value : `${value}${SEPARATOR}${label}`
}

/** The facet value of an engine's key. */
export function facetValue(key: string): string {
  const end = key.indexOf(SEPARATOR)
  return end === -1 ? key : key.slice(0, end)
}

/** The label of an engine's key; null when it carries none. */
export function facetLabel(key: string): string | null {
  const end = key.indexOf(SEPARATOR)
  if (end === -1 || !UNCHANGED_BY_FOLDING.test(key.slice(0, end))) return null
  return key.slice(end + 1)
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo), in base 36. */
function spelling(value: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < value.length; i++) {
    hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

/** A name or heading cut so that its key stays whole in the engine; whole code points only. */
export function clampName(name: string): string {
  if (byteLength(name) <= MAX_NAME_BYTES) return name
  let cut = ''
  let bytes = 0
  for (const character of name) {
    bytes += byteLength(character)
    if (bytes > MAX_NAME_BYTES - 3) break
    cut += character
  }
  return `${cut}…`
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length
