import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { refreshBundled } from './bundled.ts'
import type { Context } from './context.ts'
import { listDocuments } from './list.ts'
import type { IndexOptions } from './options.ts'
import { emptyEngine, startTestEngine } from './push/test-engine.ts'
import { removeById } from './remove.ts'
import { createProgress } from './report/progress.ts'
import { runIndex } from './run.ts'

let client: Meilisearch
let engine: Awaited<ReturnType<typeof startTestEngine>>
let project: string
let context: Context

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
})
afterAll(() => engine.stop())
beforeEach(async () => {
  await emptyEngine(client)
  project = mkdtempSync(join(tmpdir(), 'kronika-bundled-'))
  mkdirSync(join(project, 'data'))
  write('a.md', 'The first council met and agreed on a plan for the year.')
  write('b.md', 'The second council met and agreed on nothing at all.')
  context = {
    cwd: project,
    project,
    lockFile: join(project, 'collection.lock'),
    connect: async () => ({ ...engine, stop: async () => {} }),
    progress: createProgress({ write: () => {} }),
    signal: new AbortController().signal,
  }
})

const write = (name: string, text: string) => writeFileSync(join(project, 'data', name), text)

const refresh = () =>
  refreshBundled(engine, { log: () => {}, project, lockFile: join(project, 'collection.lock') })

const index = (more: Partial<IndexOptions>) =>
  runIndex(
    {
      mode: 'index',
      sources: [],
      replace: false,
      dryRun: false,
      out: null,
      report: null,
      actors: null,
      allowPrivate: false,
      ...more,
    },
    context,
  )

const documentIds = async () => (await listDocuments(context)).map(({ document }) => document.id)
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
    await index({})
    expect(await refresh()).toMatchObject({ indexed: false })
  })

  it.each([
    ['a document', 'a.md', 'The first council met again.'],
    ['the authority file', 'actors.yaml', '- {id: y, name: Y, type: state}\n'],
  ])('refreshes it when %s changed', async (_what, name, text) => {
    await refresh()
    write(name, text)
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
    writeFileSync(join(project, 'own.txt'), 'The third council met and dissolved itself.')
    await index({ sources: ['own.txt'], replace: true })
    write('a.md', 'Changed since then.')
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
    await index({})
    expect(during).toMatchObject({ indexed: false })
  })
})
