import { FACETS, facetAttribute } from './facets.ts'

/**
 * The engine's settings, derived from the facet table. Applied before any document is pushed.
 */

/** Above every collection that one engine holds: totals and counts are exact below it. */
const NO_LIMIT = 100_000_000

/** Ties of every order end here, so that pages never overlap: document id, position, id. */
export const TIES = ['document.id:asc', 'position:asc', 'id:asc']

export const ENTRIES_SETTINGS = {
  searchableAttributes: ['text', 'spelled', 'margin'],
  filterableAttributes: [
    ...FACETS.map((facet) => facetAttribute(facet.name)),
    'document.id',
    'id',
    'when.fullYears',
    'when.fullMonths',
    'when.edgeDays',
    'when.openFrom',
    'when.openUntil',
    'when.undated',
    // What the reader loads of a document, and what a shared search has that is new.
    'position',
    'addedIn',
    'changedIn',
  ],
  sortableAttributes: [
    'when.oldest',
    'when.newest',
    'document.title',
    'document.id',
    'position',
    'id',
  ],
  // `sort` comes first: an order that the reader chose binds before relevance.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', ...TIES],
  // The engine cuts facets alphabetically at 100 values and totals at 1,000 hits otherwise.
  faceting: { maxValuesPerFacet: NO_LIMIT, sortFacetValuesBy: { '*': 'count' as const } },
  pagination: { maxTotalHits: NO_LIMIT },
  // 1998 would find 1999 otherwise.
  typoTolerance: { disableOnNumbers: true },
}

export const COLLECTION_SETTINGS = {
  // Names and aliases in every spelling.
  searchableAttributes: ['keys'],
  filterableAttributes: ['type', 'keys', 'root', 'document.id', 'actorId'],
  sortableAttributes: ['id'],
  pagination: { maxTotalHits: NO_LIMIT },
}
