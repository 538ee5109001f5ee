import type { ActorType } from '#schema/entry'
import type { ValueFacetName } from '#schema/facets'
import type { Answer, Counts, Hit, Titles } from './answer.ts'
import type { Calendar } from './calendar.ts'
import type { Offer } from './offers.ts'

export type ActorTraits = { type: ActorType; verified: boolean }

/** An actor that a query names. */
export type CalledActor = {
  name: string
  traits: ActorTraits
  /** The query without the name. */
  rest: string
  /** Of the search that asks for the actor instead of the name. */
  total: number
}

/** What the page shows of a search: the answer, and what the gateway adds for people. */
export type PageAnswer = Omit<Answer, 'facets'> & {
  /** The busiest values of the facets that are no dates. */
  facets: Record<ValueFacetName, Counts>
  calendar: Calendar
  /** Of the actors in the counts, by name. */
  traits: Record<string, ActorTraits>
  /** The sections of the one document that is chosen, in its order; else empty. */
  sections: string[]
  titles: Titles
  /** Without results: what could be dropped, with what that would give. */
  offers: Offer[]
  /** The actors that were asked for, by whatever name, with their canonical names. */
  names: Record<string, string>
  /** Names in the query that were read as actors with other names. */
  readNames: { typed: string; name: string }[]
  /** Ids of hits that were found by meaning alone. */
  closeInMeaning: string[]
  /** How many of the results have every word as it was typed; null where that says nothing. */
  exactly: number | null
  /** Number of values of each value facet; the counts hold the busiest of them. */
  values: Record<string, number>
}

/** A result in InstantSearch's form, as instant-meilisearch makes it of the gateway's answer. */
export type InstantResult = {
  hits: Hit[]
  nbHits: number
  nbPages: number
  /** From 0. */
  page: number
  processingTimeMS: number
  facets: PageAnswer['facets']
  _meilisearch?: {
    metadata: Omit<PageAnswer, 'hits' | 'total' | 'pages' | 'page' | 'tookMs' | 'facets'>
  }
}

/** The mirror of parametersOf in instant.ts; null for what is no answer of the gateway. */
export function pageAnswerOf(result: InstantResult | undefined): PageAnswer | null {
  const metadata = result?._meilisearch?.metadata
  if (result === undefined || metadata === undefined) return null
  return {
    ...metadata,
    total: result.nbHits,
    pages: result.nbPages,
    page: result.page + 1,
    hits: result.hits,
    facets: result.facets,
    tookMs: result.processingTimeMS,
  }
}
