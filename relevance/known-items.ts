import { countTerms, termOf, termsOf } from '#schema/meaning/terms'
import { seeded } from '#schema/seeded'
import type { Collection, Document } from './collection.ts'

/**
 * Known-item searches, made of any collection: a reader remembers one to three telling words of one
 * text, in their order, and wants that text again; once as written, once with a typing error.
 */

const SEED = 1
/** Shorter words are not mistyped without becoming others. */
const LONG = 6

export function knownItems(documents: readonly Document[], count: number): Collection[] {
  const random = seeded(SEED)
  const inDocuments = countTerms(documents.flatMap(({ text }) => [...new Set(termsOf(text))]))
  const rare = (word: string): boolean => {
    const term = termOf(word)
    const many = term === null ? 0 : (inDocuments.get(term) ?? 0)
    return many > 0 && many <= Math.max(3, documents.length / 50)
  }
  const clean = empty('known items')
  const typos = empty('known items, one typing error')
  for (let tries = 0; clean.queries.length < count && tries < count * 20; tries++) {
    const document = random.pick(documents)
    const telling = [...new Set(document.text.match(/\p{L}{4,}/gu) ?? [])].filter(rare)
    const wanted = random.between(1, 3)
    if (telling.length < wanted || !telling.some((word) => word.length >= LONG)) continue
    const from = random.between(0, telling.length - wanted)
    const words = telling.slice(from, from + wanted)
    const long = words.findIndex((word) => word.length >= LONG)
    if (long === -1) continue
    const mistyped = words.map((word, index) => (index === long ? mistype(word, random) : word))
    const id = String(clean.queries.length + 1)
    const judged = new Map([[document.id, 1]])
    const type = `${wanted} ${wanted === 1 ? 'word' : 'words'}`
    clean.queries.push({ id, text: words.join(' ').toLowerCase(), type })
    clean.judgements.set(id, judged)
    typos.queries.push({ id, text: mistyped.join(' ').toLowerCase(), type })
    typos.judgements.set(id, judged)
  }
  return [clean, typos]
}

const empty = (name: string): Collection => ({
  name,
  documents: null,
  queries: [],
  judgements: new Map(),
})

/** Two letters change places, or one is left out, or doubled; never the first. */
function mistype(word: string, random: ReturnType<typeof seeded>): string {
  const at = random.between(1, word.length - 2)
  const kind = random.between(0, 2)
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  if (kind === 0 && letter !== next) return before + next + letter + after
  return kind === 1 ? before + letter + letter + next + after : before + next + after
}
