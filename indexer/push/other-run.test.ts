import { hostname } from 'node:os'
import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { type AnnouncementRecord, COLLECTION_INDEX } from '#schema/indexes'
import { LockError } from '../errors.ts'
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

const announce = (other: Partial<AnnouncementRecord>) =>
  client
    .index<AnnouncementRecord>(COLLECTION_INDEX)
    .addDocuments([
      {
        id: 'announced',
        type: 'announced',
        version: 2,
        run: 'other',
        pid: 4_194_303,
        host: 'elsewhere',
        since: '1999-06-10T12:00:00.000Z',
        ...other,
      },
    ])
    .waitTask()

describe('two runs on one engine', () => {
  it.each([
    ['in place', {}],
    ['into a new collection', { maxInPlaceBytes: 0 }],
  ])('never mix: the second to change it gives way (%s)', async (_, options) => {
    await update([parsed('a', 'one')])
    const first = await open(options)
    const second = await open(options)
    const give = async (run: typeof first, id: string) => {
      const document = parsed(id, id)
      await put(run, document)
      return run.finish([documentRecord(document)], [], null)
    }
    expect(await give(first, 'b')).toMatchObject({ version: 2 })
    const before = await held()
    await expect(give(second, 'c')).rejects.toThrow(LockError)
    await second.rest()
    expect((await held()).entries).toEqual(before.entries)
    expect(await update([parsed('c', 'c')])).toMatchObject({ version: 3 })
  })

  it('says who changes the collection, and changes nothing', async () => {
    await update([parsed('a', 'one')])
    await announce({})
    const before = await tasks()
    const lines: string[] = []
    const message = /\(process 4194303 on elsewhere, since \d\d:\d\d:\d\d\)/
    const options = { waitMs: 800, log: (line: string) => lines.push(line) }
    await expect(update([parsed('a', 'two')], [], options)).rejects.toThrow(message)
    expect(lines).toEqual([expect.stringMatching(message)])
    expect(await tasks()).toEqual(before)
  })

  it('goes on at once when the other one has ended', async () => {
    await update([parsed('a', 'one')])
    await announce({ version: 1 })
    expect(await update([parsed('a', 'one')])).toMatchObject({ changedAnything: false })
    await announce({ host: hostname() })
    expect(await update([parsed('a', 'two')])).toMatchObject({ version: 2 })
  })
})
