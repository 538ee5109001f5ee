import { unitsIn } from './query-units.ts'
import { hasFilters, type SearchState, toggled, withoutFilters } from './state.ts'

/** What could be dropped from a search that finds nothing, one thing at a time. */

export type Dropped =
  | { what: 'word' | 'phrase' | 'exclusion'; value: string }
  | { what: 'actor' | 'notActor' | 'kind' | 'document' | 'section'; value: string }
  | { what: 'actors' | 'dates' | 'undated' | 'exact' | 'filters' | 'words' }

export type Candidate = { dropped: Dropped; state: SearchState }

/** A candidate with the number of results that it would give. */
export type Offer = Candidate & { total: number }

const MAX_CANDIDATES = 16

/** The searches that lack one part of this one each, the smallest changes first. */
export function candidatesOf(state: SearchState): Candidate[] {
  const candidates: Candidate[] = []
  const add = (dropped: Dropped, changes: Partial<SearchState>) =>
    candidates.push({ dropped, state: { ...state, ...changes, page: 1 } })
  const units = unitsIn(state.q)
  if (units.length > 1) {
    for (const [index, { text, what }] of units.entries()) {
      const q = units.flatMap((unit, other) => (other === index ? [] : [unit.text])).join(' ')
      add({ what, value: text }, { q })
    }
  }
  for (const what of ['actor', 'notActor', 'kind', 'document', 'section'] as const) {
    for (const value of state[what]) {
      candidates.push({ dropped: { what, value }, state: toggled(state, what, value) })
    }
  }
  if (state.actor.length > 1) add({ what: 'actors' }, { actor: [], actorMatch: 'any' })
  if (state.from !== null || state.to !== null) add({ what: 'dates' }, { from: null, to: null })
  if (state.undated) add({ what: 'undated' }, { undated: false })
  if (state.exact) add({ what: 'exact' }, { exact: false })
  const some = candidates.slice(0, MAX_CANDIDATES)
  if (!hasFilters(state) || units.length === 0) return some
  return [
    ...some,
    { dropped: { what: 'words' }, state: { ...state, q: '', page: 1 } },
    { dropped: { what: 'filters' }, state: withoutFilters(state) },
  ]
}
