import 'server-only'
import { BUNDLED_ROOT, COLLECTION_INDEX, type DocumentRecord } from '#schema/indexes'
import type { EngineClient } from './engine.ts'

/** Whether any document of the bundled collection is in the collection. Throws what the engine's client throws. */
export async function hasBundled(client: EngineClient): Promise<boolean> {
  const { hits } = await client.index<DocumentRecord>(COLLECTION_INDEX).search('', {
    filter: `type = document AND root = ${BUNDLED_ROOT}`,
    attributesToRetrieve: ['id'],
    limit: 1,
  })
  return hits.length > 0
}
