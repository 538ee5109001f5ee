import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import { EMBEDDER, unpacked } from '#schema/meaning/vectors'
import { ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import type { Hit } from '../answer.ts'
import { hitOf } from './adapt.ts'
import { entriesOf } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { collectionState, meaningOf } from './model.ts'
import type { VectorTable } from './vector-table.ts'

const MOST = 5
/** What has a smaller cosine is another subject. */
const CLOSE = 0.4

/** The entries closest in meaning to one; none while the collection has no vectors. Never throws. */
export async function relatedEntries(client: EngineClient, id: string): Promise<Hit[]> {
  try {
    const meaning = await meaningOf(client, await collectionState(client))
    if (meaning === null) return []
    const { vectorsBy, vectors } = meaning
    const records = await (vectorsBy === 'engine'
      ? similarByEngine(client, id)
      : similar(client, vectors, id))
    return records.map(hitOf)
  } catch {
    return []
  }
}

async function similar(
  client: EngineClient,
  vectors: VectorTable,
  id: string,
): Promise<EntryRecord[]> {
  const [own] = (
    await entriesOf<Pick<EntryRecord, 'id' | 'meaning'>>(client, [id], ['id', 'meaning'])
  ).values()
  if (!own?.meaning) return []
  const neighbours = await vectors.nearest(ofLengthOne(unpacked(own.meaning)), MOST + 1)
  const close = neighbours.filter((one) => one.id !== id && one.cosine >= CLOSE).slice(0, MOST)
  const ids = close.map((one) => one.id)
  const records = await entriesOf<EntryRecord>(client, ids, [...ENTRY_FIELDS])
  return ids.flatMap((one) => records.get(one) ?? [])
}

function ofLengthOne(numbers: Int8Array): Float32Array {
  const length = Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(numbers, (value) => value / length)
}

async function similarByEngine(client: EngineClient, id: string): Promise<EntryRecord[]> {
  const { hits } = await client.index<EntryRecord>(ENTRIES_INDEX).searchSimilarDocuments({
    id,
    embedder: EMBEDDER,
    limit: MOST,
    // The engine's score of a vector is (1 + cosine) / 2.
    rankingScoreThreshold: (1 + CLOSE) / 2,
    attributesToRetrieve: [...ENTRY_FIELDS],
  })
  return hits as EntryRecord[]
}
