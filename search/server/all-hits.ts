import 'server-only'
import type { Hit } from '../answer.ts'
import { DEFAULT_SIZE, type SearchState } from '../state.ts'
import { patiently } from './engine.ts'
import { search } from './search.ts'

/**
 * Every hit of a search in its order, a page of the engine at a time, so that a hundred thousand take no
 * more memory than one page. Each page comes through search(): files speak of the same set as the page.
 */

const PER_PAGE = 2_500

export type AllHits = {
  total: number
  corpusVersion: number
  relaxed: boolean
  /** The state as understood. */
  state: SearchState
  pages: AsyncGenerator<Hit[]>
}

/** The collection changed while its entries were being handed out: what came before is no whole. */
export class CollectionChanged extends Error {
  constructor() {
    super('the collection changed while an export was being written')
  }
}

/**
 * Deadlines are for a page each, not for the whole.
 *
 * @throws what the engine's client throws, for the first page; later failures come with the pages
 */
export async function allHits(asked: SearchState): Promise<AllHits> {
  const page = (number: number) =>
    patiently((client) => search(client, { ...asked, page: number, size: PER_PAGE }))
  const first = await page(1)
  const { total, corpusVersion, relaxed } = first.answer
  async function* pages(): AsyncGenerator<Hit[]> {
    yield first.answer.hits
    for (let number = 2; number <= first.answer.pages; number++) {
      const { answer } = await page(number)
      if (answer.corpusVersion !== corpusVersion || answer.total !== total) {
        throw new CollectionChanged()
      }
      yield answer.hits
    }
  }
  return {
    total,
    corpusVersion,
    relaxed,
    state: { ...first.state, page: 1, size: DEFAULT_SIZE, view: 'list' },
    pages: pages(),
  }
}
