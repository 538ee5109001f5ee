import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createClient } from '#engine/client'
import { ENTRIES_INDEX } from '#schema/indexes'
import { EMBEDDER, unpacked } from '#schema/meaning/vectors'
import { startTestEngine } from '../push/test-engine.ts'
import { createTestProject, type TestProject } from '../test-project.ts'
import { chosenEmbedder } from './embedder.ts'

/** An embedder of the test's own: a text's vector counts the letters a, b, c and all others. */
function startEmbedder(): Promise<{ server: Server; url: string; texts: string[] }> {
  const texts: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { input } = JSON.parse(body) as { input: string[] }
      texts.push(...input)
      const vectors = input.map((text) =>
        ['a', 'b', 'c', ''].map((letter) => text.split(letter).length / (text.length + 1)),
      )
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ data: vectors.map((embedding) => ({ embedding })) }))
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ server, url: `http://127.0.0.1:${port}/`, texts })
    })
  })
}

let engine: Awaited<ReturnType<typeof startTestEngine>>
let embedder: Awaited<ReturnType<typeof startEmbedder>>
let client: Meilisearch
let project: TestProject

beforeAll(async () => {
  engine = await startTestEngine()
  embedder = await startEmbedder()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
  project = createTestProject(engine)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  embedder.server.close()
  await engine.stop()
})

type WithVectors = { meaning?: string | null; _vectors: Record<string, { embeddings: number[][] }> }

async function stored(): Promise<WithVectors[]> {
  const index = client.index<WithVectors>(ENTRIES_INDEX)
  return (await index.getDocuments({ retrieveVectors: true, limit: 100 })).results
}

/** Number of dimensions of the vectors that the engine made. */
async function enginesVectors(): Promise<(number | undefined)[]> {
  return (await stored()).map(({ _vectors }) => _vectors[EMBEDDER]?.embeddings?.[0]?.length)
}

async function ownVectors(): Promise<(string | null | undefined)[]> {
  return (await stored()).map(({ meaning }) => meaning)
}

it('lets the engine call an embedder, and goes back to the collection’s own model', async () => {
  project.write(
    'a.txt',
    'The planes bombed the bridge in the night and the town was dark.',
    'The bridge in the town was bombed again by planes the next night.',
    'Voters of the town elected a council in October and the council met.',
    'The council of the town asked the voters to wait until October.',
  )
  await project.index(['a.txt'])
  const own = await ownVectors()
  for (const vector of own) expect(unpacked(vector ?? '').length).toBeGreaterThan(1)
  expect(await client.index(ENTRIES_INDEX).getEmbedders()).toEqual({})

  const rest = {
    source: 'rest',
    url: embedder.url,
    dimensions: 4,
    request: { input: ['{{text}}', '{{..}}'] },
    response: { data: [{ embedding: '{{embedding}}' }, '{{..}}'] },
  }
  vi.stubEnv('KRONIKA_EMBEDDER', JSON.stringify(rest))
  await project.index(['a.txt'])
  expect(await enginesVectors()).toEqual([4, 4, 4, 4])
  expect(embedder.texts.some((text) => text.includes('planes bombed'))).toBe(true)
  const asked = embedder.texts.length
  await project.index(['a.txt'])
  expect(embedder.texts).toHaveLength(asked)

  vi.stubEnv('KRONIKA_EMBEDDER', '')
  const { results } = await client.index(ENTRIES_INDEX).getDocuments({ fields: ['id'] })
  const without = results.map(({ id }) => ({ id, meaning: null }))
  await client.index(ENTRIES_INDEX).updateDocuments(without).waitTask()
  await project.index(['a.txt'])
  expect(await ownVectors()).toEqual(own)
  expect(await client.index(ENTRIES_INDEX).getEmbedders()).toEqual({})
})

it('refuses what is no embedder in one line', () => {
  for (const wrong of ['nonsense', '[]', '{"source":"userProvided"}']) {
    expect(() => chosenEmbedder(wrong)).toThrow(/^KRONIKA_EMBEDDER must be an embedder/)
  }
})
