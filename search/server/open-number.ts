import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { hasInARow } from '../in-a-row.ts'
import type { Ignored } from '../state.ts'
import { openNumber } from '../words.ts'
import type { Alternative } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'

/** Where more entries than this have something like the word, it is no beginning, and the answer says so. */
const MOST_READ = 2_000
const TOO_MANY =
  'too many entries have words like it: it is looked for as a whole word, and not as the beginning of others'

type Beginning = { alternatives: Alternative[]; aside: Ignored[] }

export const NO_BEGINNING: Beginning = { alternatives: [], aside: [] }

/**
 * The last word as the beginning of another, where it has letters and digits. The engine has beginnings with
 * typing errors only, and no number is another: "covid1" must not find "covid29". So what the engine finds
 * is read here, and entries that have a word with the very beginning are kept.
 */
export async function beginningOfNumber(client: EngineClient, query: string): Promise<Beginning> {
  const open = openNumber(query)
  if (open === null) return NO_BEGINNING
  const index = client.index<Pick<EntryRecord, 'id' | 'text' | 'margin'>>(ENTRIES_INDEX)
  const { hits } = await index.search(open.others, {
    matchingStrategy: 'all',
    attributesToRetrieve: ['id', 'text', 'margin'],
    limit: MOST_READ + 1,
  })
  if (hits.length > MOST_READ) {
    return {
      ...NO_BEGINNING,
      aside: [{ parameter: 'q', value: open.row.join('-'), reason: TOO_MANY }],
    }
  }
  const ids = hits
    .filter(({ text, margin }) => [text, margin].some((one) => hasInARow(one, open.row, true)))
    .map(({ id }) => id)
  if (ids.length === 0) return NO_BEGINNING
  return {
    alternatives: [{ q: open.q, matchingStrategy: 'all', filter: [idsFilter(ids)] }],
    aside: [],
  }
}
