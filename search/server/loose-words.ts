import 'server-only'
import { termOf } from '#schema/meaning/terms'
import type { Frequencies } from '#schema/meaning/weights'
import { engineWord } from '../query-units.ts'
import { queryParts } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { counted } from './how-many.ts'

/** Words of a relaxed query that are asked for: every one costs a search. */
const MOST_WORDS = 8
/** Fewer will do where more entries would have them: the best have the rarest words, and nobody reads further. */
const MOST_ENTRIES = 1_000
/** However many have them: a word alone is too little of a question. */
const LEAST_WORDS = 2
/** So many words that the model knows are looked up, and so many that it does not know. */
const MOST_LOOKED_UP = 12

/**
 * Entries with any of the words that tell the most, for a query that no entry answers whole; phrases and
 * exclusions bind in each.
 *
 * @param frequencies of the collection; null when they are not known: long words tell more than short ones
 */
export async function someOfTheWords(
  client: EngineClient,
  query: string,
  frequencies: Frequencies | null,
): Promise<Alternative[]> {
  const { binding, words, hasPhrases } = queryParts(query)
  const unlike = [...new Set(words.map((word) => word.toLowerCase()))]
  const telling = unlike.filter((word) => termOf(word) !== null)
  const some = mostTelling(telling.length > 0 ? telling : unlike, frequencies)
  const asked = [...new Set(some.map((word) => `${binding} ${beginning(word)}`))].map(loose)
  const counts = await counted(client, asked, [])
  const kept = rarest(asked.map((one, at) => ({ one, entries: counts[at] ?? 0 })))
  // Every word may be dropped where a phrase remains.
  return hasPhrases ? [...kept, loose(binding)] : kept
}

const loose = (q: string): Alternative => ({ q, matchingStrategy: 'all', filter: [] })

/** Of what the model knows the rarest, of all else the longest, as those seldom are common. */
function mostTelling(words: readonly string[], frequencies: Frequencies | null): string[] {
  const found = (word: string): number => frequencies?.entriesWith(termOf(word) ?? '') ?? 0
  const known = words.filter((word) => found(word) > 0).sort((a, b) => found(a) - found(b))
  const unknown = words.filter((word) => found(word) === 0).sort((a, b) => b.length - a.length)
  return [...known.slice(0, MOST_LOOKED_UP), ...unknown.slice(0, MOST_LOOKED_UP)]
}

type Counted<T> = { one: T; entries: number }

/** The rarest that any entry has, as long as not too many have them; the first where none has any. */
export function rarest<T>(counted: readonly Counted<T>[]): T[] {
  const kept: T[] = []
  let together = 0
  const there = counted.filter(({ entries }) => entries > 0)
  for (const { one, entries } of there.toSorted((a, b) => a.entries - b.entries)) {
    together += entries
    if (kept.length === MOST_WORDS) break
    if (kept.length >= LEAST_WORDS && together > MOST_ENTRIES) break
    kept.push(one)
  }
  return kept.length > 0 ? kept : counted.slice(0, 1).map(({ one }) => one)
}

/** Shorter beginnings are those of too many words. */
const SHORTEST = 4

/**
 * A word's stem, where the word begins with it: the engine finds all words with this beginning, and so the
 * other forms of the word. Else the word as it is; the space says that it is complete.
 */
function beginning(word: string): string {
  const asked = engineWord(word)
  if (asked.startsWith('"')) return asked
  const stem = termOf(word) ?? ''
  return stem.length >= SHORTEST && asked.startsWith(stem) ? stem : `${asked} `
}
