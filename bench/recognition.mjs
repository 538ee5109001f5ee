/**
 * What recognising actors adds to indexing: its processor time and the engine's time for the same
 * entries, with an authority file of 5,000 actors and 20,000 aliases, and without one.
 *
 *     node --import tsx bench/recognition.mjs [entries]
 */
import { createClient } from '../engine/client.ts'
import { authorityOf, onlyVerified } from '../indexer/actors/authority.ts'
import { DocumentActors } from '../indexer/actors/recognise.ts'
import { EntryVectors } from '../indexer/meaning/entry-vectors.ts'
import { RecordBatches } from '../indexer/push/batches.ts'
import { draftRecord } from '../indexer/push/records.ts'
import { ensureIndexes } from '../indexer/push/settings.ts'
import { startTestEngine } from '../indexer/push/test-engine.ts'
import { ENTRIES_INDEX } from '../schema/indexes.ts'
import { chooser, sentences } from './large-files.mjs'

const ENTRIES = Number(process.argv[2] ?? 20_000)
const BATCH = 1_000
const LENGTH = 500
const SYLLABLES = 'ba ko ri mel tan vor shi dra lu pe gor zan mi ter al'.split(' ')

const pick = chooser(7)
const used = new Set()

function word() {
  const text = [0, 0, 0].map(() => SYLLABLES[pick(SYLLABLES.length)]).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function uniqueName() {
  for (;;) {
    const name = `${word()} ${word()}`
    if (!used.has(name) && used.add(name)) return name
  }
}

const authority = authorityOf(
  Array.from({ length: 5_000 }, (_, line) => ({
    id: `a${line}`,
    name: uniqueName(),
    type: ['person', 'organization', 'state'][line % 3],
    aliases: [uniqueName(), uniqueName(), uniqueName(), `President ${uniqueName()}`],
    line,
  })),
)

const all = sentences()
const texts = Array.from({ length: ENTRIES }, () => {
  let text = `${authority.actors[pick(5_000)].name} spoke.`
  while (text.length < LENGTH) text += ` ${all[pick(all.length)]}`
  return text
})

/** Processor seconds. What was recognised is let go batch by batch, as when it is pushed. */
function recognise(known, onBatch = () => {}) {
  const before = process.cpuUsage()
  const document = new DocumentActors(known)
  for (let from = 0; from < texts.length; from += BATCH) {
    const passages = texts.slice(from, from + BATCH).map((text) => ({ text, attribution: null }))
    onBatch(document.recognise(passages))
  }
  return process.cpuUsage(before).user / 1e6
}

async function engineSeconds(actors) {
  const engine = await startTestEngine()
  try {
    const client = createClient({ host: engine.host, apiKey: engine.masterKey, timeoutMs: 600_000 })
    await ensureIndexes(client)
    const document = { id: 'd', title: 'D', source: 'd.txt' }
    const records = texts.map((text, position) =>
      draftRecord({
        margin: '',
        entry: {
          id: `d-${position}`,
          kind: 'paragraph',
          text,
          document,
          section: null,
          position,
          place: null,
          date: null,
          mentions: [],
          actors: actors[position],
        },
      }),
    )
    const lines = records.map((record) => JSON.stringify({ ...record, addedIn: 1, changedIn: 1 }))
    const vectors = new EntryVectors(null, { record: null, model: null, vectorsBy: 'indexer' }, 0)
    await vectors.settle(lines)
    const complete = [...vectors.withVectors(lines)]
    const batches = new RecordBatches(client, ENTRIES_INDEX, {
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    const began = performance.now()
    await batches.add(complete)
    await batches.finish()
    return (performance.now() - began) / 1000
  } finally {
    await engine.stop()
  }
}

const actors = []
recognise(authority, (batch) => actors.push(...batch))
const engine = await engineSeconds(actors.splice(0))
const whole = recognise(authority)
const verified = recognise(onlyVerified(authority))
const share = (seconds) => `${seconds.toFixed(1)} s (${((seconds / engine) * 100).toFixed(0)} %)`
console.log(
  `${ENTRIES} entries of about ${LENGTH} characters; the engine takes ${engine.toFixed(1)} s`,
)
console.log(`recognising: ${share(whole)}, of the authority file alone: ${share(verified)}`)
