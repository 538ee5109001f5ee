import {
  type ContentType,
  type DocumentsDeletionQuery,
  type DocumentsIds,
  type DocumentsQuery,
  type EnqueuedTask,
  type FederatedMultiSearchParams,
  Index,
  type Meilisearch,
  type RecordAny,
  type ResourceResults,
  type SearchParams,
  type SearchResponse,
  type SearchSimilarDocumentsParams,
} from 'meilisearch'
import { EngineError } from '../errors.ts'
import { countEach } from './counting.ts'
import type { JoinedTasks } from './joined-tasks.ts'
import { sharedLines } from './share.ts'

/** How the engines of a network name each other. @param engine from 0 */
export const engineName = (engine: number): string => `engine-${engine + 1}`

/** Of the library. */
const DEFAULT_LIMIT = 20

type Engines = readonly Meilisearch[]
type Federated<T> = {
  hits: SearchResponse<T & RecordAny>['hits']
  estimatedTotalHits: number
  processingTimeMs: number
  facetsByIndex?: Record<string, { distribution: Record<string, Record<string, number>> }>
}

/**
 * The answer to a union that every engine is asked for its part of.
 *
 * @throws EngineError `unreachable` when one of them did not answer: a total without it would be wrong
 */
export async function federated<T>(
  engines: Engines,
  { queries, federation }: FederatedMultiSearchParams,
): Promise<Federated<T>> {
  const [first] = engines as [Meilisearch, ...Meilisearch[]]
  const answer = await first.multiSearch<FederatedMultiSearchParams>({
    federation,
    queries: queries.flatMap((query) =>
      engines.map((_, engine) => ({
        ...query,
        federationOptions: { weight: 1, ...query.federationOptions, remote: engineName(engine) },
      })),
    ),
  })
  const { remoteErrors = {} } = answer as { remoteErrors?: Record<string, { message: string }> }
  const [failed] = Object.entries(remoteErrors)
  if (failed === undefined) return answer as unknown as Federated<T>
  const [name, { message }] = failed
  const host = engines.find((_, engine) => engineName(engine) === name)?.config.host ?? name
  throw new EngineError('unreachable', `The search engine at ${host} did not answer: ${message}`)
}

/** An index of which every engine has a share: what Kronika asks of the library's, of all together. */
export class SharedIndex<T extends RecordAny> extends Index<T> {
  readonly #engines: Engines
  readonly #tasks: JoinedTasks

  constructor(uid: string, engines: Engines, tasks: JoinedTasks) {
    super((engines[0] as Meilisearch).config, uid)
    this.#engines = engines
    this.#tasks = tasks
  }

  override async search<D extends RecordAny = T, S extends SearchParams = SearchParams>(
    q?: string | null,
    options?: S,
  ): Promise<SearchResponse<D, S>> {
    const { limit, offset, page, hitsPerPage, facets = [], ...rest } = options ?? ({} as S)
    const size = hitsPerPage ?? limit ?? DEFAULT_LIMIT
    if (size === 0) {
      const asked = { ...options, indexUid: this.uid, q: q ?? '' }
      const [counted] = await countEach(this.#engines, [asked])
      return { query: q ?? '', ...counted } as unknown as SearchResponse<D, S>
    }
    const { hits, estimatedTotalHits, processingTimeMs, facetsByIndex } = await federated<D>(
      this.#engines,
      {
        federation: {
          limit: size,
          offset: page === undefined ? (offset ?? 0) : (page - 1) * size,
          facetsByIndex: { [this.uid]: facets },
        },
        queries: [{ ...rest, indexUid: this.uid, q: q ?? '' }],
      },
    )
    return {
      hits,
      processingTimeMs,
      query: q ?? '',
      // Of a union of one query the estimate is a count.
      totalHits: estimatedTotalHits,
      estimatedTotalHits,
      facetDistribution: facetsByIndex?.[this.uid]?.distribution ?? {},
    } as unknown as SearchResponse<D, S>
  }

  /** By the vector that the entry's own engine has of it. */
  override async searchSimilarDocuments<
    D extends RecordAny = T,
    S extends SearchParams = SearchParams,
  >({
    id,
    embedder,
    filter,
    ...rest
  }: SearchSimilarDocumentsParams): Promise<SearchResponse<D, S>> {
    const { results } = await this.getDocuments<RecordAny>({
      ids: [id] as string[],
      filter: [],
      retrieveVectors: true,
      fields: ['id', '_vectors'],
    })
    const { embeddings } = results[0]?._vectors?.[embedder ?? ''] ?? {}
    const vector: unknown = Array.isArray(embeddings?.[0]) ? embeddings[0] : embeddings
    if (!Array.isArray(vector)) return { hits: [] } as unknown as SearchResponse<D, S>
    const others = [filter ?? [], `NOT id = ${JSON.stringify(id)}`].flat()
    const hybrid = { embedder, semanticRatio: 1 }
    return this.search<D, S>('', { ...rest, vector, hybrid, filter: others } as unknown as S)
  }

  /** A page begins in one engine and ends in another: each has its entries in an order of its own. */
  override async getDocuments<D extends RecordAny = T>(
    query: DocumentsQuery<D> = {},
  ): Promise<ResourceResults<D[]>> {
    const { limit = DEFAULT_LIMIT, offset = 0 } = query
    const ask = (client: Meilisearch, from: number, most: number) =>
      client.index<D>(this.uid).getDocuments<D>({ ...query, offset: from, limit: most })
    if (query.ids !== undefined && offset === 0) {
      const all = await Promise.all(this.#engines.map((client) => ask(client, 0, limit)))
      const results = all.flatMap((answer) => answer.results).slice(0, limit)
      return { results, total: all.reduce((sum, { total }) => sum + total, 0), limit, offset }
    }
    const results: D[] = []
    let total = 0
    for (const client of this.#engines) {
      const answer = await ask(client, Math.max(0, offset - total), limit - results.length)
      results.push(...answer.results)
      total += answer.total
    }
    return { results, total, limit, offset }
  }

  override addDocumentsFromString(lines: string, contentType: ContentType) {
    return this.#enqueueLines(lines, (index, share) =>
      index.addDocumentsFromString(share, contentType),
    )
  }

  override updateDocumentsFromString(lines: string, contentType: ContentType) {
    return this.#enqueueLines(lines, (index, share) =>
      index.updateDocumentsFromString(share, contentType),
    )
  }

  override deleteDocuments(which: DocumentsDeletionQuery | DocumentsIds) {
    return this.#tasks.enqueue((client) => client.index(this.uid).deleteDocuments(which))
  }

  #enqueueLines(lines: string, give: (index: Index, share: string) => Promise<EnqueuedTask>) {
    const shares = sharedLines(lines, this.#engines.length)
    return this.#tasks.enqueue((client, engine) => {
      const share = shares[engine] ?? null
      return share === null ? null : give(client.index(this.uid), share)
    })
  }
}
