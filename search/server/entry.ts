import 'server-only'
import type { Entry } from '#schema/entry'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { LIVE } from '#schema/tombstone'
import { entryOf } from './adapt.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/** An entry by its id; null when the collection has none. Throws what the engine's client throws. */
export async function findEntry(client: EngineClient, id: string): Promise<Entry | null> {
  const { hits } = await client.index<EntryRecord>(ENTRIES_INDEX).search('', {
    filter: [LIVE, `id = ${quoted(id)}`],
    limit: 2,
  })
  // The engine folds case in filters, an id does not.
  const record = hits.find((hit) => hit.id === id)
  return record === undefined ? null : entryOf(record)
}
