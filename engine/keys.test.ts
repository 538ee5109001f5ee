import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { createClient } from './client.ts'
import { connectEngine, type EngineSession } from './connect.ts'
import { READ_KEY_UID, readKey } from './keys.ts'
import { temporaryEnvironmentOutsideTests } from './test-engine.ts'

describe('the key of the app', () => {
  const { environment, remove } = temporaryEnvironmentOutsideTests()
  let session: EngineSession
  let master: ReturnType<typeof createClient>
  let reader: ReturnType<typeof createClient>

  beforeAll(async () => {
    session = await connectEngine({ environment })
    master = createClient({ host: session.host, apiKey: session.masterKey })
    for (const index of [ENTRIES_INDEX, COLLECTION_INDEX, 'other']) {
      await master
        .index(index)
        .addDocuments([{ id: 'a', text: 'refugees' }])
        .waitTask()
    }
    reader = createClient({ host: session.host, apiKey: await readKey(session) })
  })
  afterAll(async () => {
    await session.stop()
    remove()
  })

  it.each([ENTRIES_INDEX, COLLECTION_INDEX])('searches and reads %s', async (index) => {
    expect((await reader.index(index).search('refugees')).hits).toHaveLength(1)
    expect(await reader.index(index).getDocument('a')).toMatchObject({ text: 'refugees' })
  })

  it.each<[string, () => Promise<unknown>]>([
    ['settings', () => reader.index(ENTRIES_INDEX).getSettings()],
    ['other indexes', () => reader.index('other').search('')],
    ['other documents', () => reader.index('other').getDocument('a')],
    ['additions', () => reader.index(ENTRIES_INDEX).addDocuments([{ id: 'b' }])],
    ['deletions', () => reader.index(ENTRIES_INDEX).deleteAllDocuments()],
    ['keys', () => reader.getKeys()],
    ['tasks', () => reader.tasks.getTasks()],
    ['statistics', () => reader.getStats()],
    ['dumps', () => reader.createDump()],
  ])('is refused %s', async (_, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ response: { status: 403 } })
  })

  it('stays the same, however many ask for it', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => readKey(session)))
    expect(new Set(keys)).toEqual(new Set([reader.config.apiKey]))
  })

  it('is made again when it could do more than it should', async () => {
    await master.deleteKey(READ_KEY_UID)
    await master.createKey({ uid: READ_KEY_UID, actions: ['*'], indexes: ['*'], expiresAt: null })
    await readKey(session)
    const { actions, indexes } = await master.getKey(READ_KEY_UID)
    expect(actions.toSorted()).toEqual(['documents.get', 'search'])
    expect(indexes.toSorted()).toEqual([ENTRIES_INDEX, COLLECTION_INDEX].toSorted())
  })

  it('cannot be had with a wrong master key', async () => {
    const attempt = readKey({ host: session.host, masterKey: 'wrong' })
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  })
})
