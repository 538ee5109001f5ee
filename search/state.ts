import type { Kind } from '#schema/entry'

/** Everything that a search link says: the whole state of the search page. */
export type SearchState = {
  q: string
  actor: string[]
  actorMatch: 'any' | 'all'
  notActor: string[]
  kind: Kind[]
  document: string[]
  section: string[]
  /** `1999`, `1999-06` or `1999-06-12`; null is open. */
  from: string | null
  to: string | null
  undated: boolean
  exact: boolean
  meaning: boolean
  names: boolean
  sort: Sort
  /** From 1. */
  page: number
  /** 1 to 100. */
  size: number
  view: View
  /** No part of a link: what the server asks for beyond one. */
  also?: Also
}

/** Further bounds of a search, each of them inclusive. */
export type Also = {
  /** Came, or only changed, after this corpus version. */
  addedAfter?: number
  changedAfter?: number
}

export const SORTS = ['relevance', 'oldest', 'newest', 'document'] as const
export type Sort = (typeof SORTS)[number]

export const VIEWS = ['list', 'timeline', 'grid'] as const
export type View = (typeof VIEWS)[number]

export const MAX_SIZE = 100
export const DEFAULT_SIZE = 20

export const EMPTY_STATE: SearchState = {
  q: '',
  actor: [],
  actorMatch: 'any',
  notActor: [],
  kind: [],
  document: [],
  section: [],
  from: null,
  to: null,
  undated: false,
  exact: false,
  meaning: true,
  names: true,
  sort: 'relevance',
  page: 1,
  size: DEFAULT_SIZE,
  view: 'list',
}

/** A value that was not understood: listed for the reader instead of silently dropped. */
export type Ignored = { parameter: string; value: string; reason: string }

/** True when the state narrows the collection beyond the words. */
export function hasFilters(state: SearchState): boolean {
  return (
    state.actor.length + state.notActor.length + state.kind.length > 0 ||
    state.document.length + state.section.length > 0 ||
    state.from !== null ||
    state.to !== null ||
    state.undated
  )
}

/** The same search without its filters. */
export function withoutFilters(state: SearchState): SearchState {
  const { actor, actorMatch, notActor, kind, document, section, from, to, undated } = EMPTY_STATE
  const filters = { actor, actorMatch, notActor, kind, document, section, from, to, undated }
  return { ...state, ...filters, page: 1 }
}

/** The state with actors under other names, each once. */
export function withNames(state: SearchState, names: Record<string, string>): SearchState {
  const renamed = (list: string[]): string[] => [
    ...new Set(list.map((name) => names[name] ?? name)),
  ]
  return { ...state, actor: renamed(state.actor), notActor: renamed(state.notActor) }
}

export type ListParameter = 'actor' | 'notActor' | 'kind' | 'document' | 'section'

/** The state with a value of a list parameter added or, when it is there, removed; back to page 1. */
export function toggled(state: SearchState, parameter: ListParameter, value: string): SearchState {
  const values: string[] = state[parameter]
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value]
  return { ...state, [parameter]: next, page: 1 }
}
