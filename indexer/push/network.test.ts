import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '#engine/client'
import { EngineError } from '#engine/errors'
import { linkEngines } from '#engine/network/link'
import { enginesOf } from '#engine/network/network'
import { COLLECTION_INDEX, ENTRIES_INDEX, NEXT } from '#schema/indexes'
import { makeIndex } from './settings.ts'
import { readFacet } from './stored.ts'
import { parsed, testRuns } from './test-documents.ts'
import { emptyEngine, startTestEngine } from './test-engine.ts'

/** One collection on several real engines. */

const KEY = 'one-key-for-all-engines-of-this-network-0123456789'
const ENGINES = 3

let engines: Awaited<ReturnType<typeof startTestEngine>>[]
let network: Meilisearch

/** Those of the first engines, in an order. */
const clientOf = (...numbers: number[]): Meilisearch =>
  createClient({ host: numbers.map((at) => engines[at]?.host).join(','), apiKey: KEY })

beforeAll(async () => {
  engines = await Promise.all(Array.from({ length: ENGINES }, () => startTestEngine(KEY)))
  network = clientOf(0, 1, 2)
  await linkEngines(enginesOf(network), KEY)
})
afterAll(() => Promise.all(engines.map((engine) => engine.stop())))
beforeEach(() => Promise.all(enginesOf(network).map(emptyEngine)))

const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, number) => `text${from + number}`)

/** The ids that each engine holds, sorted. */
async function idsByEngine(): Promise<string[][]> {
  const answers = enginesOf(network).map((engine) =>
    engine
      .index<{ id: string }>(ENTRIES_INDEX)
      .getDocuments({ limit: 1_000, fields: ['id'] })
      // One that has not joined yet.
      .catch(() => ({ results: [] })),
  )
  return (await Promise.all(answers)).map(({ results }) => results.map(({ id }) => id).sort())
}

/** Every engine has some of the entries, and none has one that another has, too. */
async function expectShared(wanted: string[]): Promise<void> {
  const held = await idsByEngine()
  expect(held.flat().sort()).toEqual([...wanted].sort())
  for (const share of held) expect(share.length).toBeGreaterThan(wanted.length / ENGINES / 3)
}

describe('a collection on several engines', () => {
  it('shares out its entries, and keeps what it is made of on the first', async () => {
    const { update, held } = testRuns(network)
    expect(await update([parsed('a', ...texts(60))])).toMatchObject({ version: 1 })
    await expectShared(texts(60).map((text) => `a-${text}`))
    expect((await held()).records).toEqual([
      'announced',
      'corpus',
      'document-a',
      'share',
      'version-1',
    ])
    const second = await clientOf(1).index(COLLECTION_INDEX).getDocuments()
    expect(second.results).toEqual([{ id: 'share', type: 'share', number: 1, of: 3, madeFor: 0 }])
  })

  it('changes in place like one engine: nothing twice, nothing left', async () => {
    const { update } = testRuns(network)
    await update([parsed('a', ...texts(60)), parsed('b', 'b1', 'b2')])
    expect(await update([parsed('a', ...texts(60))])).toMatchObject({ changedAnything: false })
    const { changes } = await update([parsed('a', ...texts(60, 20))], ['b'])
    expect(changes).toMatchObject({ added: 20, removed: 22 })
    await expectShared(texts(60, 20).map((text) => `a-${text}`))
  })

  it('is replaced by a new collection as one engine is', async () => {
    const { update, held } = testRuns(network)
    await update([parsed('a', ...texts(60)), parsed('b', ...texts(30))])
    const next = [parsed('a', ...texts(60, 30))]
    expect(await update(next, [], { maxInPlaceBytes: 1 })).toMatchObject({ version: 2 })
    const wanted = [
      ...texts(60, 30).map((text) => `a-${text}`),
      ...texts(30).map((text) => `b-${text}`),
    ]
    await expectShared(wanted)
    expect((await held()).records).toContain('share')
    expect(await update(next)).toMatchObject({ changedAnything: false })
  })

  it('takes up engines that join, with its next run, whatever that reads', async () => {
    const one = testRuns(clientOf(0))
    await one.update([parsed('a', ...texts(60)), parsed('b', ...texts(30))])
    const all = [...texts(60).map((text) => `a-${text}`), ...texts(30).map((text) => `b-${text}`)]
    const two = testRuns(clientOf(0, 1))
    await two.update([parsed('b', ...texts(30))])
    expect((await idsByEngine()).flat().sort()).toEqual(all.sort())
    const three = testRuns(network)
    expect(await three.update([parsed('b', ...texts(30))])).toMatchObject({ version: 3 })
    await expectShared(all)
    expect(await three.update([parsed('b', ...texts(30))])).toMatchObject({ version: 3 })
  })

  it('is not changed when not all of its engines are named, or another first', async () => {
    const { update } = testRuns(network)
    await update([parsed('a', ...texts(60))])
    for (const [numbers, words] of [
      [[0], 'leaves out 2 of them'],
      [[0, 1], 'leaves out 1 of them'],
      [[1, 0, 2], 'name that one first'],
    ] as const) {
      const run = testRuns(clientOf(...numbers)).update([parsed('a', 'another')])
      await expect(run).rejects.toThrow(words)
    }
    await expectShared(texts(60).map((text) => `a-${text}`))
  })

  it('is put right by the next run where one engine alone had made its part', async () => {
    const { update } = testRuns(network)
    await update([parsed('a', ...texts(60))])
    const [, second] = enginesOf(network)
    const gone = (await idsByEngine())[1]?.slice(0, 5) ?? []
    const { taskUid } = (await second?.index(ENTRIES_INDEX).deleteDocuments(gone)) ?? {}
    await second?.tasks.waitForTask(taskUid ?? -1)
    expect(await update([parsed('a', ...texts(60))])).toMatchObject({ changes: { added: 5 } })
    await expectShared(texts(60).map((text) => `a-${text}`))
  })

  it.each([0, 1, 2])('is put in place by the next run where engine %i did not swap', async (at) => {
    const { update } = testRuns(network)
    await update([parsed('a', ...texts(60))])
    const next = [parsed('a', ...texts(60, 30)), parsed('b', ...texts(9))]
    await withoutSwap(network, at, () => update(next, [], { maxInPlaceBytes: 1 }))
    // Whatever it reads: nothing is left to do of the run before.
    expect(await update(next)).toMatchObject({ version: 2, changedAnything: false })
    await expectShared([
      ...texts(60, 30).map((text) => `a-${text}`),
      ...texts(9).map((text) => `b-${text}`),
    ])
    await expectNoNext()
  })

  it.each([0, 1, 2])('takes up an engine that joins though engine %i did not swap', async (at) => {
    await testRuns(clientOf(0, 1)).update([parsed('a', ...texts(60)), parsed('b', ...texts(30))])
    const { update } = testRuns(network)
    await withoutSwap(network, at, () => update([parsed('b', ...texts(30))]))
    const all = [...texts(60).map((text) => `a-${text}`), ...texts(30).map((text) => `b-${text}`)]
    expect(await update([parsed('b', ...texts(30))])).toMatchObject({ changedAnything: false })
    await expectShared(all)
    await expectNoNext()
  })
})

/** A run that is cut off before one of the engines has put its part of a new collection in place. */
async function withoutSwap(
  client: Meilisearch,
  at: number,
  run: () => Promise<unknown>,
): Promise<void> {
  const engine = enginesOf(client)[at] as Meilisearch
  const swapping = vi.spyOn(engine, 'swapIndexes').mockImplementation(() => {
    throw new EngineError('refused', 'cut off')
  })
  await expect(run()).rejects.toThrow()
  expect(swapping).toHaveBeenCalled()
  swapping.mockRestore()
}

async function expectNoNext(): Promise<void> {
  for (const engine of enginesOf(network)) {
    const { results } = await engine.getRawIndexes()
    expect(results.map(({ uid }) => uid).sort()).toEqual([ENTRIES_INDEX, COLLECTION_INDEX].sort())
  }
}

describe('an index of several engines', () => {
  it('gives every record once, in pages of any size', async () => {
    await testRuns(network).update([parsed('a', ...texts(60))])
    const index = network.index<{ id: string }>(ENTRIES_INDEX)
    for (const limit of [1, 7, 60, 100]) {
      const seen: string[] = []
      for (let offset = 0; offset < 60; offset += limit) {
        const { results, total } = await index.getDocuments({ limit, offset, fields: ['id'] })
        expect(total).toBe(60)
        seen.push(...results.map(({ id }) => id))
      }
      expect(seen.sort(), `pages of ${limit}`).toEqual(
        texts(60)
          .map((text) => `a-${text}`)
          .sort(),
      )
    }
  })

  it('counts in an index that the app may not read', async () => {
    await makeIndex(network, NEXT.entries)
    const lines = texts(20).map((id) =>
      JSON.stringify({ id, facet: { document: [`${id[4]}\u001fA`] } }),
    )
    await network
      .index(NEXT.entries)
      .addDocumentsFromString(lines.join('\n'), 'application/x-ndjson')
    await expect
      .poll(() => readFacet(network, 'document', NEXT.entries), { timeout: 20_000 })
      .toEqual(new Map([['1', 11], ...Array.from('023456789', (digit) => [digit, 1] as const)]))
  })

  it('fails rather than to answer for a part, and says which engine is missing', async () => {
    await testRuns(network).update([parsed('a', ...texts(60))])
    await linkEngines(enginesOf(clientOf(0, 1)), KEY)
    const search = network.index(ENTRIES_INDEX).search('')
    await expect(search).rejects.toThrow()
    await linkEngines(enginesOf(network), KEY)
    expect((await network.index(ENTRIES_INDEX).search('', { hitsPerPage: 0 })).totalHits).toBe(60)
  })

  it('finds what is similar on other engines', async () => {
    await testRuns(network).update([parsed('a', ...texts(30))])
    const angle = (number: number) => [Math.cos(number / 100), Math.sin(number / 100)]
    const lines = texts(30).map((text, number) =>
      JSON.stringify({ id: `a-${text}`, _vectors: { place: angle(number) } }),
    )
    await network
      .index(ENTRIES_INDEX)
      .updateDocumentsFromString(lines.join('\n'), 'application/x-ndjson')
    const settings = { embedders: { place: { source: 'userProvided' as const, dimensions: 2 } } }
    for (const engine of enginesOf(network)) {
      const { status } = await engine.index(ENTRIES_INDEX).updateSettings(settings).waitTask()
      expect(status).toBe('succeeded')
    }
    const { hits } = await network
      .index<{ id: string }>(ENTRIES_INDEX)
      .searchSimilarDocuments({ id: 'a-text10', embedder: 'place', limit: 4 })
    const near = ['a-text8', 'a-text9', 'a-text11', 'a-text12']
    expect(hits.map(({ id }) => id).sort()).toEqual(near.sort())
  })
})
