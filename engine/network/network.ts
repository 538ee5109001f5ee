import {
  type FederatedMultiSearchParams,
  type Index,
  Meilisearch,
  type MultiSearchParams,
  type MultiSearchQuery,
  type RecordAny,
} from 'meilisearch'
import { ENTRIES_INDEX, NEXT } from '#schema/indexes'
import { countEach, countUnion, onlyCounts } from './counting.ts'
import { JoinedTasks } from './joined-tasks.ts'
import { federated, SharedIndex } from './shared-index.ts'

/** Indexes that are shared out among the engines; all others are the first engine's. */
const SHARED = [ENTRIES_INDEX, NEXT.entries]

/**
 * Several engines as one: each has a share of the entries, the first also what the collection is made of. It
 * answers to what Kronika asks of the library's client, and a search is the first engine's, which asks the
 * others (network, federated search). Whatever it does not know itself is the first engine's.
 */
export class EngineNetwork extends Meilisearch {
  readonly engines: readonly Meilisearch[]
  readonly #tasks: JoinedTasks

  /** @param engines clients of one key and one deadline, the first engine's first */
  constructor(engines: readonly [Meilisearch, ...Meilisearch[]]) {
    const [first] = engines
    super(first.config)
    this.engines = engines
    // What names the collection, and stands in messages.
    this.config = { ...first.config, host: engines.map(({ config }) => config.host).join(',') }
    this.#tasks = new JoinedTasks(engines, first.tasks)
  }

  override get tasks(): Meilisearch['tasks'] {
    // The library's constructor asks already.
    return #tasks in this ? this.#tasks.asTaskClient() : super.tasks
  }

  override index<T extends RecordAny = RecordAny>(uid: string): Index<T> {
    if (!SHARED.includes(uid)) return this.#first.index<T>(uid)
    return new SharedIndex<T>(uid, this.engines, this.#tasks)
  }

  /** Of several questions, or of one union. */
  override async multiSearch(asked: MultiSearchParams | FederatedMultiSearchParams) {
    if ('federation' in asked) {
      const isCount = asked.federation.limit === 0
      return (await (isCount ? countUnion : federated)(this.engines, asked)) as never
    }
    const { queries } = asked
    const isCount = (query: MultiSearchQuery) =>
      SHARED.includes(query.indexUid) && onlyCounts(query)
    const [counts, ...lists] = await Promise.all([
      countEach(this.engines, queries.filter(isCount)),
      ...queries
        .filter((query) => !isCount(query))
        .map(({ indexUid, q, ...rest }) => this.index(indexUid).search(q, rest)),
    ])
    return { results: queries.map((query) => (isCount(query) ? counts : lists).shift()) } as never
  }

  get #first(): Meilisearch {
    return this.engines[0] as Meilisearch
  }
}

/** The engines behind a client: itself, where it is one engine's. */
export const enginesOf = (client: Meilisearch): readonly Meilisearch[] =>
  client instanceof EngineNetwork ? client.engines : [client]
