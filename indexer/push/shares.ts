import type { Meilisearch } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import {
  COLLECTION_INDEX,
  type CollectionRecord,
  SHARE_RECORD_ID,
  type ShareRecord,
  VERSION_RECORD_ID,
} from '#schema/indexes'
import { readRecords } from './stored.ts'
import { run } from './tasks.ts'

/** What an engine holds of a collection that several share; null for an engine that holds nothing. */
type Share = Pick<ShareRecord, 'number' | 'of'> | null

export const shareRecord = (number: number, of: number, madeFor: number): ShareRecord => ({
  id: SHARE_RECORD_ID,
  type: 'share',
  number,
  of,
  madeFor,
})

/**
 * Whether the collection lies as the engines are named now. An engine joins a network with the next run, which
 * shares out all entries again. A new collection gets its shares here.
 *
 * @returns false when the entries have to be shared out again
 * @throws EngineError when a part of the collection lies on an engine that is not named
 */
export async function areShared(client: Meilisearch): Promise<boolean> {
  const engines = enginesOf(client)
  const shares = await Promise.all(engines.map(readShare))
  const [first] = shares
  if (shares.every((share) => share === null)) {
    if (engines.length > 1) await giveShares(client, COLLECTION_INDEX, 0)
    return true
  }
  if (first?.number !== 0) throw new EngineError('refused', OTHER_FIRST)
  if (shares.every((share, at) => share?.number === at && share.of === engines.length)) return true
  const isThere = (number: number) =>
    shares.some((share) => share?.of === first.of && share.number === number)
  const missing = Array.from({ length: first.of }, (_, number) => number).filter(
    (number) => !isThere(number),
  )
  if (missing.length > 0) throw new EngineError('refused', missingShares(missing.length, first.of))
  return false
}

/** Tells each engine its number; in the collection that is read, or in the next one, of which version that will be. */
export async function giveShares(client: Meilisearch, uid: string, version: number): Promise<void> {
  const engines = enginesOf(client)
  const give = (engine: Meilisearch, number: number) =>
    run(engine, 'sharing out the collection', () =>
      engine.index(uid).addDocuments([shareRecord(number, engines.length, version)]),
    )
  await Promise.all(engines.map(give))
}

/** A collection that never was shared has no record of it. */
async function readShare(engine: Meilisearch): Promise<Share> {
  const records = await readRecords<CollectionRecord>(engine, COLLECTION_INDEX, [
    SHARE_RECORD_ID,
    VERSION_RECORD_ID,
  ])
  const share = records.find((record) => record.type === 'share')
  if (share !== undefined) return share
  return records.length > 0 ? { number: 0, of: 1 } : null
}

const OTHER_FIRST =
  'The first address in MEILI_HOST is not of the engine that holds what the collection is made of: name that one first.'

const missingShares = (missing: number, of: number): string =>
  `The collection is shared out among ${of} engines, and MEILI_HOST leaves out ${missing} of them: name them all. To have fewer, empty them and index again.`
