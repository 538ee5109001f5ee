import type { Meilisearch } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import {
  COLLECTION_INDEX,
  type CollectionRecord,
  ENTRIES_INDEX,
  NEXT,
  SHARE_RECORD_ID,
  VERSION_RECORD_ID,
} from '#schema/indexes'
import { readRecords } from './stored.ts'
import { run } from './tasks.ts'

/**
 * The new collection in the place of the old one: one task on each engine. Several engines do not swap at the same
 * moment, so a run that is cut off in between leaves some with the new collection and some with the old.
 */

const SWAPS = [
  { indexes: [ENTRIES_INDEX, NEXT.entries] as [string, string], rename: false },
  { indexes: [COLLECTION_INDEX, NEXT.collection] as [string, string], rename: false },
]
/** An engine that crashes while it swaps may do it again when it comes back, which undoes it. */
const MOST_SWAPS = 3

const NOT_SWAPPED =
  'The search engine does not put the new collection in place of the old one: look at its log and run again.'

/** @param version of the new collection; looked at after each swap */
export async function swapAll(client: Meilisearch, version: number): Promise<void> {
  const [first, ...others] = enginesOf(client) as [Meilisearch, ...Meilisearch[]]
  // The version is the first engine's: until it has it, the next run knows that this one was cut off.
  const swapping = others.map((engine) => swap(engine, madeFor, version))
  // No run may begin while one of them still swaps.
  await Promise.allSettled(swapping)
  await Promise.all(swapping)
  await swap(first, versionOf, version)
}

/**
 * Where a run was cut off between the swaps of several engines, the others swap as well: before the first of them
 * did, the new collection was complete on all.
 */
export async function finishSwaps(client: Meilisearch): Promise<void> {
  const engines = enginesOf(client)
  if (engines.length === 1) return
  const made = await Promise.all(engines.map((engine) => madeFor(engine, COLLECTION_INDEX)))
  const newest = Math.max(...made)
  const behind = engines.filter((_, at) => made[at] !== newest)
  // The first engine last, as above.
  for (const engine of behind.reverse()) {
    if ((await madeFor(engine, NEXT.collection)) === newest) await swap(engine, madeFor, newest)
  }
}

async function swap(engine: Meilisearch, stateOf: typeof madeFor, wanted: number): Promise<void> {
  for (let attempt = 1; attempt <= MOST_SWAPS; attempt++) {
    await run(engine, 'putting the new collection in place', () => engine.swapIndexes(SWAPS))
    if ((await stateOf(engine, COLLECTION_INDEX)) === wanted) return
  }
  throw new EngineError('refused', NOT_SWAPPED)
}

async function versionOf(engine: Meilisearch, uid: string): Promise<number> {
  const [record] = await readRecords<CollectionRecord>(engine, uid, [VERSION_RECORD_ID])
  return record?.type === 'corpus' ? record.version : 0
}

/** The corpus version for which an engine of several was given its share; 0 where it has none, or no such index. */
async function madeFor(engine: Meilisearch, uid: string): Promise<number> {
  const records = await readRecords<CollectionRecord>(engine, uid, [SHARE_RECORD_ID]).catch(
    (error: unknown): CollectionRecord[] => {
      if (error instanceof EngineError && error.code === 'not-found') return []
      throw error
    },
  )
  const share = records.find((record) => record.type === 'share')
  return share?.madeFor ?? 0
}
