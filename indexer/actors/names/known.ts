import type { Token } from '../tokens.ts'
import { type Hit, isCutOff, longestName } from '../trie.ts'
import { GAZETTEER } from './gazetteer.ts'
import { flagsOf } from './lexicon.ts'

/** What lexicon and gazetteer know of a word in its text; rule after rule asks for the same. */
export type Known = {
  /** A sum of `FLAG`s. */
  flags: number
  /** The name of the gazetteer that begins here; undefined until somebody asks. */
  name: Hit | null | undefined
}

const knownOf = (token: Token): Known => {
  token.known ??= { flags: flagsOf(token.folded), name: undefined }
  return token.known
}

/** Whether a word tells any of these (`FLAG`). */
export const has = (token: Token | undefined, flags: number): boolean =>
  token !== undefined && (knownOf(token).flags & flags) !== 0

/** The longest name of the gazetteer that begins at a token of its own text. */
export function knownName(tokens: Token[], at: number): Hit | null {
  const token = tokens[at]
  if (token === undefined || token.isSmall) return null
  const known = knownOf(token)
  if (known.name === undefined) {
    const hit = longestName(GAZETTEER, tokens, at)
    known.name = hit !== null && isCutOff(tokens, hit.next) ? null : hit
  }
  return known.name
}
