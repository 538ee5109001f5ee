import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { EngineError } from '#engine/errors'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { ENTRIES_SETTINGS } from '#schema/settings'
import { documentRecord, parsed, testRuns } from './test-documents.ts'
import { emptyEngine, startTestEngine } from './test-engine.ts'

let client: Meilisearch
let engine: Awaited<ReturnType<typeof startTestEngine>>
let { open, put, update, held, tasks } = {} as ReturnType<typeof testRuns>

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
  ;({ open, put, update, held, tasks } = testRuns(client))
})
afterAll(() => engine.stop())
beforeEach(() => emptyEngine(client))

describe('CollectionUpdate', () => {
  it('pushes nothing when nothing changed', async () => {
    const documents = [parsed('a', 'one', 'two'), parsed('b', 'three')]
    const first = await update(documents)
    expect(first).toMatchObject({ version: 1, changedAnything: true, changes: { added: 3 } })
    const before = await tasks()
    const second = await update(documents)
    expect(second).toMatchObject({ version: 1, changedAnything: false, changes: { unchanged: 3 } })
    expect(await tasks()).toEqual(before)
  })

  it('touches only what changed', async () => {
    await update([parsed('a', 'one', 'two', 'three'), parsed('b', 'four')])
    const { changes, version } = await update([parsed('a', 'one', 'new', 'three')])
    expect(version).toBe(2)
    expect(changes).toEqual({ added: 1, changed: 0, moved: 0, removed: 1, unchanged: 2 })
    expect((await held()).entries).toEqual(['a-new 2 2', 'a-one 1 1', 'a-three 1 1', 'b-four 1 1'])
  })

  it('removes a document with its entries and its record', async () => {
    await update([parsed('a', 'one', 'two'), parsed('b', 'three')])
    const { changes, version } = await update([], ['a'])
    expect(version).toBe(2)
    expect(changes).toMatchObject({ removed: 2 })
    expect(await held()).toEqual({
      entries: ['b-three 1 1'],
      records: ['announced', 'corpus', 'document-b', 'version-1', 'version-2'],
    })
  })

  it('takes a new place of a document for no change of the collection', async () => {
    const a = parsed('a', 'one')
    await update([a])
    const second = await open()
    await put(second, a)
    const moved = { ...documentRecord(a), root: 'elsewhere', rootDigest: 'other' }
    const { version, changedAnything } = await second.finish([moved], [], null)
    expect({ version, changedAnything }).toEqual({ version: 1, changedAnything: false })
    expect((await open()).stored.documents.get('a')?.root).toBe('elsewhere')
  })

  it('completes what a run that was cut off has begun', async () => {
    await update([parsed('a', 'one'), parsed('b', 'two')])
    const cutOff = await open()
    await put(cutOff, parsed('a', 'one', 'more'))
    await put(cutOff, parsed('half', 'unfinished'))
    await cutOff.finish([], [], null).catch(() => {})
    await client.index(COLLECTION_INDEX).addDocuments([
      { id: 'corpus', type: 'corpus', version: 1 },
      { id: 'announced', type: 'announced', version: 2 },
    ])
    const { version, changes } = await update([parsed('a', 'one', 'more')])
    expect(version).toBe(2)
    expect(changes).toMatchObject({ added: 0, removed: 1, unchanged: 2 })
    expect(await held()).toEqual({
      entries: ['a-more 2 2', 'a-one 1 1', 'b-two 1 1'],
      records: ['announced', 'corpus', 'document-a', 'document-b', 'version-1', 'version-2'],
    })
    expect(await update([parsed('a', 'one', 'more')])).toMatchObject({ changedAnything: false })
  })

  it('completes a removal that was cut off', async () => {
    await update([parsed('a', 'one'), parsed('b', 'two')])
    await client.index(ENTRIES_INDEX).deleteDocuments({ filter: 'document.id = a' }).waitTask()
    await client
      .index(COLLECTION_INDEX)
      .addDocuments([{ id: 'announced', type: 'announced', version: 2 }])
    expect(await update([])).toMatchObject({ version: 2, changedAnything: true })
    expect((await held()).records).toEqual([
      'announced',
      'corpus',
      'document-b',
      'version-1',
      'version-2',
    ])
  })

  it('surfaces the engine’s own reason when a task fails, and keeps the version', async () => {
    await update([parsed('a', 'one')])
    const bad = parsed('b', 'not a valid id!')
    await expect(update([bad])).rejects.toThrow(EngineError)
    await expect(update([bad])).rejects.toThrow(/task \d+.*b-not a valid id!.*is invalid/)
    expect((await open()).stored.version).toBe(1)
  })

  it('repairs settings before it pushes, without pushing again', async () => {
    const documents = [parsed('a', 'one')]
    await update(documents)
    const index = client.index(ENTRIES_INDEX)
    await index
      .updateSettings({ rankingRules: ['words'], pagination: { maxTotalHits: 5 } })
      .waitTask()
    expect(await update(documents)).toMatchObject({ version: 1, changedAnything: false })
    expect(await index.getSettings()).toMatchObject({
      rankingRules: ENTRIES_SETTINGS.rankingRules,
      pagination: ENTRIES_SETTINGS.pagination,
    })
  })
})
