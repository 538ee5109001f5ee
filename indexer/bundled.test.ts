import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { refreshBundled } from './bundled.ts'
import { emptyEngine, startTestEngine } from './push/test-engine.ts'
import { removeById } from './remove.ts'
import { createTestProject, type TestProject } from './test-project.ts'

let client: Meilisearch
let engine: Awaited<ReturnType<typeof startTestEngine>>
let { context, folder, write, index, documentIds } = {} as TestProject

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
})
afterAll(() => engine.stop())
beforeEach(async () => {
  await emptyEngine(client)
  ;({ context, folder, write, index, documentIds } = createTestProject(engine))
  write('data/a.md', 'The first council met and agreed on a plan for the year.')
  write('data/b.md', 'The second council met and agreed on nothing at all.')
})

const refresh = () =>
  refreshBundled(engine, { log: () => {}, project: folder, lockFile: context.lockFile })

const taskCount = async () => (await client.tasks.getTasks({ limit: 1 })).total

describe('refreshBundled', () => {
  it('indexes data/ into an empty collection, and then leaves it alone', async () => {
    expect(await refresh()).toEqual({
      indexed: true,
      summary: 'Indexed data/: 2 documents with 2 entries.',
    })
    expect(await documentIds()).toEqual(['a', 'b'])
    const before = await taskCount()
    expect(await refresh()).toMatchObject({ indexed: false })
    expect(await taskCount()).toBe(before)
  })

  it('takes what npm run index made of data/ for its own', async () => {
    await index([])
    expect(await refresh()).toMatchObject({ indexed: false })
  })

  it.each([
    ['a document', 'a.md', 'The first council met again.'],
    ['the authority file', 'actors.yaml', '- {id: y, name: Y, type: state}\n'],
  ])('refreshes it when %s changed', async (_what, name, text) => {
    await refresh()
    write(`data/${name}`, text)
    await refresh()
    expect(await refresh()).toMatchObject({ indexed: false })
    const { results } = await client.index(COLLECTION_INDEX).getDocuments({ limit: 100 })
    const held = JSON.stringify([
      results,
      await client.index(ENTRIES_INDEX).getDocuments({ limit: 100 }),
    ])
    expect(held).toContain(name === 'a.md' ? 'met again' : 'actor-y')
  })

  it('leaves a collection alone that was replaced', async () => {
    await refresh()
    write('own.txt', 'The third council met and dissolved itself.')
    await index(['own.txt'], { replace: true })
    write('data/a.md', 'Changed since then.')
    expect(await refresh()).toMatchObject({ indexed: false })
    expect(await documentIds()).toEqual(['own'])
  })

  it('does not bring back a document that was removed, until data/ changes', async () => {
    await refresh()
    await removeById({ ids: ['a'], report: null }, context)
    expect(await refresh()).toMatchObject({ indexed: false })
    expect(await documentIds()).toEqual(['b'])
  })

  it('repairs settings that an earlier version of the program left', async () => {
    await refresh()
    const entries = client.index(ENTRIES_INDEX)
    await entries.updateSettings({ rankingRules: ['words'] }).waitTask()
    expect(await refresh()).toMatchObject({ indexed: false })
    expect((await entries.getRankingRules())[0]).toBe('sort')
  })

  it('does not wait for a run that changes the collection now', async () => {
    let during: { indexed: boolean; summary: string } | null = null
    const { connect } = context
    context.connect = async () => {
      during = await refresh()
      return connect()
    }
    await index([])
    expect(during).toMatchObject({ indexed: false })
  })
})
