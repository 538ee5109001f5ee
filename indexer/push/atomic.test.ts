import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { readKey } from '#engine/keys'
import { COLLECTION_INDEX, ENTRIES_INDEX, NEXT } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { LIVE } from '#schema/tombstone'
import { authorityOf } from '../actors/authority.ts'
import { SourceError } from '../errors.ts'
import type { WholeDocument } from '../parsed.ts'
import { actorRecords } from './actors.ts'
import { documentRecord, inChunks, parsed, testRuns } from './test-documents.ts'
import { emptyEngine, startTestEngine } from './test-engine.ts'

let client: Meilisearch
let engine: Awaited<ReturnType<typeof startTestEngine>>
let { open, update, held, tasks } = {} as ReturnType<typeof testRuns>

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
  ;({ open, update, held, tasks } = testRuns(client))
})
afterAll(() => engine.stop())
beforeEach(() => emptyEngine(client))

/** Follows what readers get while an action is under way: every different answer once, in order. */
async function seenDuring(action: () => Promise<unknown>): Promise<string[][]> {
  const seen: string[][] = []
  let isDone = false
  const look = async () => {
    const { hits } = await client
      .index<EntryRecord>(ENTRIES_INDEX)
      .search('', { filter: LIVE, limit: 1000 })
    const now = hits
      .map((hit) => `${hit.id} ${hit.position} ${hit.addedIn} ${hit.changedIn}`)
      .sort()
    if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now)
  }
  const reader = (async () => {
    while (!isDone) await look()
    await look()
  })()
  try {
    await action()
  } finally {
    isDone = true
  }
  await reader
  return seen
}

const many = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`)

const WAYS = [
  ['in place', {}],
  ['into a new collection', { maxInPlaceBytes: 20_000 }],
] as const

describe.each(WAYS)('a change %s', (_, options) => {
  it('is seen whole or not at all', async () => {
    await update([parsed('a', ...many('old', 300)), parsed('b', ...many('kept', 50))])
    const seen = await seenDuring(() =>
      update([parsed('a', ...many('new', 200)), parsed('c', ...many('c', 50))], ['b'], options),
    )
    expect(seen.map((entries) => entries.length)).toEqual([350, 250])
  })

  it('shows a renamed document once', async () => {
    const texts = many('same', 100)
    await update([parsed('a', ...texts)])
    const seen = await seenDuring(() => update([parsed('b', ...texts)], ['a'], options))
    expect(seen.map((entries) => entries.length)).toEqual([100, 100])
  })

  it('changes nothing when the engine refuses a part of it', async () => {
    await update([parsed('a', ...many('old', 100))])
    const before = await held()
    const bad = parsed('a', ...many('new', 99), 'no valid id!')
    const seen = await seenDuring(async () => {
      await expect(update([bad], [], options)).rejects.toThrow(/no valid id!.*is invalid/)
    })
    expect(seen).toHaveLength(1)
    expect(await held()).toEqual(before)
    expect(await update([parsed('a', ...many('old', 100))])).toMatchObject({
      version: 1,
      changedAnything: false,
    })
  })

  it('leaves a document alone that cannot be read to its end', async () => {
    await update([parsed('a', ...many('old', 100)), parsed('b', 'b')])
    const before = await held()
    const run = await open(options)
    const broken = inChunks(parsed('a', ...many('old', 50), ...many('new', 200)), 10, 20)
    await expect(run.document(broken, async () => {})).rejects.toThrow(SourceError)
    await run.document(inChunks(parsed('c', 'c'), 1), async () => {})
    const { changes } = await run.finish([documentRecord(parsed('c', 'c'))], [], null)
    expect(changes).toMatchObject({ added: 1, changed: 0, moved: 0, removed: 0 })
    expect((await held()).entries).toEqual([...before.entries, 'c-c 2 2'])
  })
})

it('puts a new collection in place that readers with a key for the old one can read', async () => {
  const reader = createClient({ host: engine.host, apiKey: await readKey(engine) })
  const count = async (uid: string) => (await reader.index(uid).search('')).hits.length
  await update([parsed('a', 'one')])
  const seen: number[] = []
  const run = await open({ maxInPlaceBytes: 0 })
  await run.document(inChunks(parsed('a', 'two', 'three'), 2), async () => {
    seen.push(await count(ENTRIES_INDEX))
    await expect(count(NEXT.entries)).rejects.toThrow(/API key/)
  })
  await run.finish([], [], null)
  seen.push(await count(ENTRIES_INDEX))
  expect(seen).toEqual([1, 2])
})

it('makes a new collection when most of it is new, and nothing is left of the old one', async () => {
  await update([parsed('a', ...many('old', 1500))])
  const before = (await tasks()).length
  await update([parsed('a', ...many('new', 1500))])
  expect((await tasks()).slice(before)).toContain('indexSwap null')
  const { results } = await client.getIndexes()
  expect(results.map(({ uid }) => uid).sort()).toEqual([ENTRIES_INDEX, COLLECTION_INDEX])
})

it('takes what a run left that was cut off while it made a new collection for nothing', async () => {
  await update([parsed('a', 'one')])
  const cutOff = await open({ maxInPlaceBytes: 0 })
  await cutOff.document(inChunks(parsed('b', 'two'), 1), async () => {})
  expect((await client.getIndexes()).results).toHaveLength(4)
  expect(await update([parsed('a', 'one')])).toMatchObject({ version: 1, changedAnything: false })
  expect((await client.getIndexes()).results).toHaveLength(2)
  expect(await update([parsed('b', 'two')])).toMatchObject({ version: 2, changes: { added: 1 } })
  await cutOff.rest()
})

it('clears tombstones away that a run left that was cut off', async () => {
  await update([parsed('a', 'one', 'two')])
  await client
    .index(ENTRIES_INDEX)
    .addDocuments([{ id: 'a-two' }])
    .waitTask()
  await client
    .index(COLLECTION_INDEX)
    .addDocuments([{ id: 'announced', type: 'announced', version: 2, inPlace: true }])
    .waitTask()
  const { version, changes } = await update([parsed('a', 'one')])
  expect({ version, changes }).toMatchObject({ version: 2, changes: { unchanged: 1, removed: 0 } })
  expect((await held()).entries).toEqual(['a-one 1 1'])
})

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

it(`leaves the collection as one made at once, whatever came before (SEED=${seed})`, async () => {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
  type Expected = { position: number; addedIn: number; changedIn: number }
  let model = new Map<string, Map<string, Expected>>()
  let version = 0
  const show = (documents: typeof model) =>
    [...documents.values()]
      .flatMap((entries) =>
        [...entries].map(([id, e]) => `${id} ${e.position} ${e.addedIn} ${e.changedIn}`),
      )
      .sort()

  const draw = (id: string): WholeDocument => {
    const texts = [...'abcdefghijkl'].filter(() => random(3) > 0)
    if (random(2) === 0) texts.reverse()
    return parsed(id, ...texts)
  }
  /** What the collection should hold of a document after the run. */
  const expected = (document: WholeDocument): Map<string, Expected> => {
    const before = model.get(document.document.id)
    const entries = document.entries.map(({ entry: { id, position } }): [string, Expected] => {
      const { addedIn = version, changedIn = version } = before?.get(id) ?? {}
      return [id, { position, addedIn, changedIn }]
    })
    return new Map(entries)
  }

  await update([])
  for (let round = 0; round < 12; round++) {
    const before = show(model)
    const next = new Map(model)
    const documents = ['p', 'q', 'r', 's'].filter(() => random(2) === 0).map(draw)
    const removed = [...model.keys()].filter(
      (id) => random(4) === 0 && documents.every(({ document }) => document.id !== id),
    )
    const maxInPlaceBytes = [0, 2_000, 6_000, 1_000_000][random(4)] as number
    version++
    const action = async () => {
      const run = await open({ maxInPlaceBytes })
      const read: WholeDocument[] = []
      for (const document of documents) {
        const { id } = document.document
        const size = 1 + random(4)
        const failsAfter = random(6) === 0 ? random(3) : undefined
        try {
          await run.document(inChunks(document, size, failsAfter), async () => {})
        } catch (error) {
          if (!(error instanceof SourceError)) throw error
          // Of a document that is new, there is what could be read of it.
          if (model.has(id)) continue
          document.entries.splice(size * (failsAfter ?? 0))
        }
        read.push(document)
        next.set(id, expected(document))
      }
      for (const id of removed) next.delete(id)
      const result = await run.finish(
        read.map(documentRecord),
        removed,
        actorRecords(authorityOf([]), []),
      )
      await run.rest()
      if (!result.changedAnything) version--
      else expect(result.version).toBe(version)
    }
    const seen = await seenDuring(action)
    model = new Map([...next].filter(([, entries]) => entries.size > 0))
    const after = show(model)
    const states = seen.map((entries) => JSON.stringify(entries))
    const allowed = [...new Set([before, after].map((entries) => JSON.stringify(entries)))]
    expect(states).toEqual(allowed)
    expect((await held()).entries).toHaveLength(after.length)
  }
}, 120_000)
