import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { MEANING_RECORD_ID, type MeaningRecord } from '#schema/meaning/encoding'
import { TERMS_VERSION } from '#schema/meaning/terms'
import { startTestEngine } from '../push/test-engine.ts'
import { createTestProject, type TestProject } from '../test-project.ts'

let engine: Awaited<ReturnType<typeof startTestEngine>>
let client: Meilisearch
let project: TestProject

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
  project = createTestProject(engine)
})
afterAll(() => engine.stop())

const record = () => client.index<MeaningRecord>(COLLECTION_INDEX).getDocument(MEANING_RECORD_ID)

async function vectors(): Promise<unknown[]> {
  const { results } = await client
    .index<{ meaning?: string }>(ENTRIES_INDEX)
    .getDocuments({ fields: ['meaning'], limit: 100 })
  return results.map(({ meaning }) => meaning)
}

it('learns a model again that was learned of terms as they were once', async () => {
  project.write(
    'a.txt',
    'The planes bombed the bridge in the night and the town was dark.',
    'The bridge in the town was bombed again by planes the next night.',
    'Voters of the town elected a council in October and the council met.',
  )
  await project.index(['a.txt'])
  const { terms, ...former } = await record()
  expect(terms).toBe(TERMS_VERSION)
  const made = await vectors()

  await client.index(COLLECTION_INDEX).addDocuments([former]).waitTask()
  const { results } = await client.index(ENTRIES_INDEX).getDocuments({ fields: ['id'] })
  const without = results.map(({ id }) => ({ id, meaning: null }))
  await client.index(ENTRIES_INDEX).updateDocuments(without).waitTask()
  await project.index(['a.txt'])
  expect(await record()).toEqual({ ...former, terms: TERMS_VERSION })
  expect(await vectors()).toEqual(made)
})
