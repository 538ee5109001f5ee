import 'server-only'
import type { AllHits } from '#search/server/all-hits'
import { hasFilters, type SearchState } from '#search/state'
import { hrefOf, paramsFromState } from '#search/url'
import type { Citable } from '../cite/csl'
import { searchInWords } from '../sharing/search-words'

/** What every file says of itself, so that it can be made again and trusted later. */
export type Provenance = {
  /** The search in words, with the number of entries. */
  words: string
  /** Absolute address of the search, with its query and filters. */
  address: string
  query: string
  /** The filters as a link has them, without the query. */
  filters: string
  total: number
  corpusVersion: number
  /** The corpus version in which one of the entries came or changed last; null without entries. */
  changedIn: number | null
  /** Instant of the retrieval, ISO 8601 in UTC. */
  retrieved: string
}

export function provenanceOf(found: AllHits, { site }: Citable, now: Date): Provenance {
  const { state, total, corpusVersion, changedIn } = found
  const filters = hasFilters(state) ? paramsFromState(onlyFilters(state)).toString() : ''
  return {
    words: searchInWords(state, total),
    address: site + hrefOf(state),
    query: state.q,
    filters,
    total,
    corpusVersion,
    changedIn,
    retrieved: now.toISOString(),
  }
}

const onlyFilters = (state: SearchState): SearchState => ({
  ...state,
  q: '',
  page: 1,
  size: 20,
  sort: 'relevance',
  view: 'list',
})

/** For a note: where a record comes from. */
export const remarkOf = (provenance: Provenance): string =>
  `${retrievalOf(provenance)}; ${provenance.address}`

/** The same without the address, which stands elsewhere. */
export const retrievalOf = ({
  query,
  filters,
  corpusVersion,
  retrieved,
}: Omit<Provenance, 'address'>): string =>
  [
    `Retrieved ${retrieved} from corpus version ${corpusVersion}`,
    query.trim() === '' ? 'no query' : `query: ${query.trim()}`,
    filters === '' ? 'no filters' : `filters: ${filters}`,
  ].join('; ')

/** A name for the file: what was searched, the corpus version, the day. */
export function fileName(
  { query, corpusVersion, retrieved }: Provenance,
  extension: string,
): string {
  const words = query
    .normalize('NFD')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .toLowerCase()
  const parts = ['kronika', words, `v${corpusVersion}`, retrieved.slice(0, 10)]
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`
}
