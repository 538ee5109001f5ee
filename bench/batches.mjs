/**
 * Sizes of the batches in which a new collection is sent, beside each other: the engine's processor time
 * and memory, and the time for the same entries with their vectors.
 *
 *     node --import tsx bench/batches.mjs [entries, default 20000] [megabytes …]     by default 2 5 10 20 40
 *
 * Linux only: memory and processor time are read from /proc.
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

const [entries = 20_000, ...given] = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [2, 5, 10, 20, 40]
const SAMPLE_MS = 200

const lines = await madeRecords(entries)
const vectors = new EntryVectors(null, { record: null, model: null, vectorsBy: 'indexer' }, 0)
await vectors.settle(lines)
const complete = [...vectors.withVectors(lines)]

/** Megabytes of its own of a process. */
const megabytesOf = (pid) =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/RssAnon:\s+(\d+)/)[1]) / 1000

for (const size of sizes) {
  const engine = await startTestEngine()
  try {
    const client = createClient({ host: engine.host, apiKey: engine.masterKey, timeoutMs: 600_000 })
    await ensureIndexes(client)
    const state = readFileSync(path.join(engine.directory, 'engine.json'), 'utf8')
    const { pid } = JSON.parse(state)
    const before = processorOf(pid)
    let peak = 0
    const timer = setInterval(() => {
      peak = Math.max(peak, megabytesOf(pid))
    }, SAMPLE_MS)
    const began = performance.now()
    const batches = new RecordBatches(client, ENTRIES_INDEX, {
      signal: new AbortController().signal,
      onProgress: () => {},
      maxBytes: size * 1e6,
    })
    await batches.add(complete)
    await batches.finish()
    clearInterval(timer)
    const took = ((performance.now() - began) / 1000).toFixed(1)
    const work = (processorOf(pid) - before).toFixed(1)
    console.log(`${size} MB: ${took} s, engine ${work} s of processor, ${Math.round(peak)} MB`)
  } finally {
    await engine.stop()
  }
}
