/**
 * What meaning costs an indexing run: the same entries into a new engine without vectors and with them, in
 * turn, with the time that the indexer takes to learn and to project. Ratios of whole runs.
 *
 *     node --import tsx bench/meaning-cost.mjs [entries, default 100000] [rounds, default 1]
 *
 * Linux only: the engine's processor time is read from /proc.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '../engine/client.ts'
import { EntryVectors } from '../indexer/meaning/entry-vectors.ts'
import { RecordBatches } from '../indexer/push/batches.ts'
import { ensureIndexes } from '../indexer/push/settings.ts'
import { startTestEngine } from '../indexer/push/test-engine.ts'
import { ENTRIES_INDEX } from '../schema/indexes.ts'
import { madeRecords, processorOf } from './made-records.mjs'

const [entries = 100_000, rounds = 1] = process.argv.slice(2).map(Number)

/** Seconds on the clock and of the engine's processor time for some lines in a new engine. */
async function indexed(lines) {
  const engine = await startTestEngine()
  try {
    const client = createClient({ host: engine.host, apiKey: engine.masterKey, timeoutMs: 600_000 })
    await ensureIndexes(client)
    const { pid } = JSON.parse(readFileSync(path.join(engine.directory, 'engine.json'), 'utf8'))
    const [before, began] = [processorOf(pid), performance.now()]
    const batches = new RecordBatches(client, ENTRIES_INDEX, {
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    await batches.add(lines)
    await batches.finish()
    return { clock: (performance.now() - began) / 1000, work: processorOf(pid) - before }
  } finally {
    await engine.stop()
  }
}

const lines = await madeRecords(entries)
const began = performance.now()
const vectors = new EntryVectors(null, { record: null, model: null, vectorsBy: 'indexer' }, 0)
await vectors.settle(lines)
const complete = [...vectors.withVectors(lines)]
const learning = (performance.now() - began) / 1000

for (let round = 0; round < rounds; round++) {
  const without = await indexed(lines)
  const withThem = await indexed(complete)
  const ratio = (withThem.clock + learning) / without.clock
  const shown = ({ clock, work }) => `${clock.toFixed(1)} s (engine ${work.toFixed(1)} s)`
  console.log(
    `${entries} entries: without ${shown(without)}, with ${shown(withThem)}, learning and projecting ${learning.toFixed(1)} s: ${ratio.toFixed(2)} times`,
  )
}
