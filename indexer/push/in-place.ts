import type { Meilisearch } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import { TOMBSTONES } from '#schema/tombstone'
import { tombstoneLine } from './gathered.ts'
import type { JsonLines } from './json-lines.ts'
import { type OnProgress, run } from './tasks.ts'

/**
 * Changes the collection that is being read, all at once: one task of the engine, which is one
 * transaction, brings what is new and puts tombstones in the places of what goes, see
 * schema/tombstone.ts. They are cleared away when that has succeeded.
 *
 * @param lines new and changed entries; gets the tombstones, too
 * @param gone ids of the entries that go
 * @throws EngineError; `task-failed` when the engine refused it, and then nothing has changed
 */
export async function changeInPlace(
  client: Meilisearch,
  lines: JsonLines,
  gone: string[],
  onProgress: OnProgress,
): Promise<void> {
  const index = client.index(ENTRIES_INDEX)
  if (lines.count > 0) {
    for (const id of gone) lines.add(tombstoneLine(id))
    const change = () => lines.send(client, ENTRIES_INDEX)
    await run(client, 'changing entries', change, onProgress)
  }
  if (gone.length > 0) {
    await run(client, 'removing entries', () => index.deleteDocuments(gone), onProgress)
  }
}

/** Removes all entries of documents at once. */
export async function removeDocuments(
  client: Meilisearch,
  ids: string[],
  onProgress: OnProgress,
): Promise<void> {
  const filter = `document.id IN [${ids.map((id) => `"${id}"`).join(', ')}]`
  const remove = () => client.index(ENTRIES_INDEX).deleteDocuments({ filter })
  if (ids.length > 0) await run(client, 'removing documents', remove, onProgress)
}

/** Clears away what a run left that was cut off before it could. */
export function clearTombstones(client: Meilisearch): Promise<void> {
  return run(client, 'removing entries', () =>
    client.index(ENTRIES_INDEX).deleteDocuments({ filter: TOMBSTONES }),
  )
}
