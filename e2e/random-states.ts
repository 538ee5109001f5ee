import type { OracleEntry, OracleState } from './oracle.ts'

/** Random searches over the entries of a collection, the same for the same seed. */

export type Asked = { q: string; state: OracleState }

/** A small linear congruential generator (Numerical Recipes), so that this file stands alone. */
export function randomly(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T
  const few = <T>(values: readonly T[], chance: number): T[] =>
    next() < chance ? [...new Set([pick(values), pick(values)].slice(next() < 0.6 ? 1 : 0))] : []
  return { next, pick, few }
}

const WORDS = [
  '',
  '',
  'refugees',
  'kosovo',
  'nato air',
  '"air campaign"',
  '"10 June 1999"',
  'elections -october',
  'talks',
  'FRY',
  'Secretary Albright Helsinki',
  'refugees camps Macedonia',
  'who bombed the chinese embassy',
  'people driven from their homes across the border -bus',
  'which agreement did the Serb side refuse to sign in 1999',
]

const BOUNDS = [
  null,
  null,
  '1998',
  '1999',
  '1999-03',
  '1999-06',
  '1999-06-10',
  '1999-05-20',
  '2000-10-28',
  '2001',
]

export function stateMaker(entries: readonly OracleEntry[], seed: number): () => Asked {
  const { next, pick, few } = randomly(seed)
  const actors = [...new Set(entries.flatMap((entry) => entry.actors.map((actor) => actor.name)))]
  const sections = [...new Set(entries.map((entry) => entry.section).filter((s) => s !== null))]
  const documents = [...new Set(entries.map((entry) => entry.document.id))]
  return () => ({
    q: pick(WORDS),
    state: {
      actor: few(actors, 0.4),
      actorMatch: pick(['any', 'any', 'all']),
      notActor: few(actors, 0.25),
      kind: few(['timeline', 'paragraph'], 0.3),
      document: few(documents, 0.25),
      section: few(sections, 0.2),
      from: pick(BOUNDS),
      to: pick(BOUNDS),
      undated: next() < 0.2,
      sort: pick(['relevance', 'oldest', 'newest', 'document']),
    },
  })
}

export function paramsOf({ q, state }: Asked, size = 100): URLSearchParams {
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const [name, value] of Object.entries(state)) {
    if (Array.isArray(value)) for (const text of value) params.append(name, text)
    else if (typeof value === 'string') params.set(name, value)
  }
  if (state.undated) params.set('undated', '1')
  params.set('size', String(size))
  return params
}
