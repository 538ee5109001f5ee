import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import type { EngineSession } from '#engine/connect'
import { ensureIndexes, makeIndex } from './settings.ts'
import { startTestEngine } from './test-engine.ts'

let engine: EngineSession

beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.stop())

it('takes an index that came between asking and making for the one that it wanted', async () => {
  const client = createClient({ host: engine.host, apiKey: engine.masterKey })
  // A task that is sent again after the engine stopped meets its own index, as the later of two runs does.
  await Promise.all([ensureIndexes(client), ensureIndexes(client)])
  await expect(makeIndex(client, 'kronika')).resolves.toBeUndefined()
  const { primaryKey } = await client.index('kronika').getRawInfo()
  expect(primaryKey).toBe('id')
})
