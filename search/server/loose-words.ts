import 'server-only'
import { SAMPLE } from '#schema/meaning/model'
import { termOf } from '#schema/meaning/terms'
import type { Frequencies } from '#schema/meaning/weights'
import { engineWord } from '../query-units.ts'
import { queryParts } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import type { EngineClient } from './engine.ts'
import { counted } from './how-many.ts'

/** Words, or pairs of words, that are asked for: every one costs a search. */
const MOST_ASKED = 8
/** So few words that few entries have: pairs of the others are looked for as well. */
const TOO_FEW = 4
/** Of so many of the others, the rarest. */
const MOST_PAIRED = 5
/**
 * So many entries at most have them together. A large collection has better entries than those with one of the
 * words, and every entry costs; a small one has not: measured, see docs/decisions/024.
 */
const ROOM = 1_000
const ROOM_IN_LARGE = 100
/** So many words that the model knows are looked up, and so many that it does not know. */
const MOST_LOOKED_UP = 12

/** Questions, any of which finds an entry, and how many entries they have, each by itself. */
export type LooseWords = { alternatives: Alternative[]; entries: number }

/**
 * Entries with any of the words that tell the most, or with two of them where many have each, for a query that no
 * entry answers whole; phrases and exclusions bind in each.
 *
 * @param frequencies of the collection; null when they are not known: long words tell more than short ones
 */
export async function someOfTheWords(
  client: EngineClient,
  query: string,
  frequencies: Frequencies | null,
): Promise<LooseWords> {
  const { binding, words, hasPhrases } = queryParts(query)
  const unlike = [...new Set(words.map((word) => word.toLowerCase()))]
  const telling = unlike.filter((word) => termOf(word) !== null)
  const some = mostTelling(telling.length > 0 ? telling : unlike, frequencies)
  const count = (all: string[][]): Promise<Question[]> => questions(client, binding, all)
  const room = (frequencies?.entries ?? 0) < SAMPLE ? ROOM : ROOM_IN_LARGE
  const single = await count(some.map((word) => [word]))
  const kept = rarest(single, room, MOST_ASKED)
  const others = single.filter((one) => !kept.includes(one))
  const pairs = kept.length < TOO_FEW ? await count(pairsOf(others)) : []
  kept.push(...rarest(pairs, room - entriesOf(kept), MOST_ASKED - kept.length))
  // There is no room for any of them, or none has entries.
  if (kept.length === 0) kept.push(...rarest([...single, ...pairs], Number.POSITIVE_INFINITY, 1))
  const asked = kept.length > 0 ? kept : single.slice(0, 1)
  const alternatives = asked.map(({ q }) => loose(q))
  if (!hasPhrases) return { alternatives, entries: entriesOf(asked) }
  // Every word may be dropped where a phrase remains.
  return { alternatives: [...alternatives, loose(binding)], entries: Number.POSITIVE_INFINITY }
}

/** Words that an entry must have together, as the engine is asked for them. */
type Question = { words: string[]; q: string; entries: number }

const loose = (q: string): Alternative => ({ q, matchingStrategy: 'all', filter: [] })

const entriesOf = (questions: readonly Question[]): number =>
  questions.reduce((sum, { entries }) => sum + entries, 0)

async function questions(
  client: EngineClient,
  binding: string,
  all: readonly string[][],
): Promise<Question[]> {
  if (all.length === 0) return []
  const asked = new Map(all.map((words) => [`${binding} ${asOne(words)}`, words]))
  const counts = await counted(client, [...asked.keys()].map(loose), [])
  return [...asked].map(([q, words], at) => ({ q, words, entries: counts[at] ?? 0 }))
}

/** Only the last word of a question may be the beginning of others. */
const asOne = (words: readonly string[]): string =>
  [...words.slice(0, -1).map(engineWord), ...words.slice(-1).map(beginning)].join(' ')

/** Of the rarest of some single words; the word that has more other forms comes last. */
function pairsOf(singles: readonly Question[]): string[][] {
  const words = rarest(singles, Number.POSITIVE_INFINITY, MOST_PAIRED).flatMap((one) => one.words)
  return words.flatMap((word, at) =>
    words.slice(at + 1).map((other) => [word, other].sort((a, b) => endingOf(a) - endingOf(b))),
  )
}

/** How many letters shorter the stem of a word is. */
const endingOf = (word: string): number => word.length - (termOf(word) ?? word).length

/** Of what the model knows the rarest, of all else the longest, as those seldom are common. */
function mostTelling(words: readonly string[], frequencies: Frequencies | null): string[] {
  const found = (word: string): number => frequencies?.entriesWith(termOf(word) ?? '') ?? 0
  const known = words.filter((word) => found(word) > 0).sort((a, b) => found(a) - found(b))
  const unknown = words.filter((word) => found(word) === 0).sort((a, b) => b.length - a.length)
  return [...known.slice(0, MOST_LOOKED_UP), ...unknown.slice(0, MOST_LOOKED_UP)]
}

/** The rarest that any entry has, as long as there is room for their entries. */
export function rarest<T extends { entries: number }>(
  counted: readonly T[],
  room: number,
  most: number,
): T[] {
  const kept: T[] = []
  let left = room
  for (const one of counted.toSorted((a, b) => a.entries - b.entries)) {
    if (one.entries === 0) continue
    left -= one.entries
    if (left < 0 || kept.length === most) break
    kept.push(one)
  }
  return kept
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
