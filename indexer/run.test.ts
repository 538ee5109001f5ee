import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import type { Entry } from '#schema/entry'
import { ENTRIES_INDEX } from '#schema/indexes'
import { ENTRY_FIELDS } from '#schema/record'
import { Interrupted, UsageError } from './errors.ts'
import { listDocuments } from './list.ts'
import { emptyEngine, startTestEngine } from './push/test-engine.ts'
import { removeById } from './remove.ts'
import type { Report } from './report/report.ts'
import { createTestProject, type TestProject } from './test-project.ts'

let client: Meilisearch
let engine: Awaited<ReturnType<typeof startTestEngine>>
let project: string
let { context, lines, write, index, documentIds } = {} as TestProject

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient({ host: engine.host, apiKey: engine.masterKey })
})
afterAll(() => engine.stop())
beforeEach(async () => {
  await emptyEngine(client)
  const test = createTestProject(engine)
  project = test.folder
  ;({ context, lines, write, index, documentIds } = test)
})

const readLines = (path: string): Entry[] =>
  readFileSync(join(project, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const A = 'The council met in Geneva and agreed on a plan for the year.'
const B = 'The second council met in Vienna and agreed on nothing at all.'
const C = 'June 1999 The third council met and dissolved itself for good.'

describe('runIndex', () => {
  it('writes with --out what the engine holds, in document order', async () => {
    write('n/b.txt', A, C)
    write('n/a.md', B, A)
    await index(['n'], { out: 'o.jsonl' })
    const written = readLines('o.jsonl')
    expect(written.map((entry) => entry.document.source)).toEqual([
      'a.md',
      'a.md',
      'b.txt',
      'b.txt',
    ])
    expect(Object.keys(written[0] ?? {})).toEqual([...ENTRY_FIELDS])
    const { results } = await client
      .index<Entry>(ENTRIES_INDEX)
      .getDocuments({ limit: 100, fields: [...ENTRY_FIELDS] })
    const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1)
    expect([...written].sort(byId)).toEqual([...results].sort(byId))
  })

  it('needs no engine for a dry run, and knows no corpus version then', async () => {
    write('a.txt', A, B)
    context.connect = () => Promise.reject(new Error('connected'))
    const { report } = await index(['a.txt'], { dryRun: true, out: 'o.jsonl' })
    expect(report).toMatchObject({ corpusVersion: null, added: null, removed: null })
    const fields = ENTRY_FIELDS.filter((field) => field !== 'addedIn' && field !== 'changedIn')
    for (const entry of readLines('o.jsonl')) expect(Object.keys(entry)).toEqual(fields)
    expect(readdirSync(project).sort()).toEqual(['a.txt', 'o.jsonl'])
  })

  it('loses the documents whose files are gone from a folder', async () => {
    write('n/a.txt', A)
    write('n/sub/b.txt', B)
    write('other.txt', C)
    await index(['n', 'other.txt'])
    expect(await documentIds()).toEqual(['a', 'other', 'sub-b'])
    rmSync(join(project, 'n/sub/b.txt'))
    const { report } = await index(['n/'])
    expect(report).toMatchObject({ removedDocuments: ['sub-b'], removed: 1, corpusVersion: 2 })
    expect(await documentIds()).toEqual(['a', 'other'])
    rmSync(join(project, 'n/a.txt'))
    await index(['n'])
    expect(await documentIds()).toEqual(['other'])
  })

  it('keeps a document that cannot be read this time', async () => {
    write('n/a.txt', A)
    write('n/b.txt', B)
    await index(['n'])
    write('n/b.txt', '')
    const { allRead, report } = await index(['n'])
    expect(allRead).toBe(false)
    expect(lines).toEqual(['n/b.txt: is empty: there is nothing to index'])
    expect(report).toMatchObject({ added: 0, removed: 0, corpusVersion: 1 })
    expect(await documentIds()).toEqual(['a', 'b'])
    const digests = (await listDocuments(context)).map(({ rootDigest }) => rootDigest)
    expect(new Set(digests).size).toBe(1)
  })

  it('makes the collection exactly the sources with --replace, unless nothing can be read', async () => {
    write('a.txt', A)
    write('b.txt', B)
    await index(['a.txt', 'b.txt'])
    const { allRead } = await index(['c.txt'], { replace: true })
    expect(allRead).toBe(false)
    expect(await documentIds()).toEqual(['a', 'b'])
    await index(['b.txt'], { replace: true })
    expect(await documentIds()).toEqual(['b'])
    expect((await client.index(ENTRIES_INDEX).getStats()).numberOfDocuments).toBe(1)
  })

  it('replaces a document by its id, wherever it came from', async () => {
    write('n/a.txt', A)
    write('m/a.txt', B)
    await index(['n'])
    const { report } = await index(['m'])
    expect(report).toMatchObject({ added: 1, removed: 1 })
    await index(['n'], { dryRun: true })
    expect((await listDocuments(context)).map(({ root }) => root)).toEqual(['m'])
  })

  it('removes by id, and names the ids that are none', async () => {
    write('a.txt', A)
    write('b.txt', B)
    await index(['a.txt', 'b.txt'])
    const { allRead, report } = await removeById({ ids: ['a', 'x'], report: 'r.json' }, context)
    expect(allRead).toBe(false)
    expect(lines).toEqual(['x: no document of the collection has this id: --list shows them'])
    expect(JSON.parse(readFileSync(join(project, 'r.json'), 'utf8'))).toEqual(report)
    expect(report).toMatchObject({ removedDocuments: ['a'], removed: 1, corpusVersion: 2 })
    expect(await documentIds()).toEqual(['b'])
  })

  it('names everything that is wrong in the authority file, and indexes nothing', async () => {
    write('a.txt', A)
    await index(['a.txt'])
    write('a.txt', B)
    write('data/actors.yaml', '- id: x\n  name: X\n  type: planet\n- {id: y, name: Y}\n')
    for (const dryRun of [false, true]) {
      lines.length = 0
      await expect(index(['a.txt'], { dryRun, out: 'o.jsonl' })).rejects.toThrow(UsageError)
      expect(lines).toEqual([
        'data/actors.yaml:3: unknown type "planet" (known: person, organization, state, unknown)',
        'data/actors.yaml:4: an actor has no type',
      ])
    }
    expect(readdirSync(project)).not.toContain('o.jsonl')
    const { results } = await client.index(ENTRIES_INDEX).getDocuments({ fields: ['text'] })
    expect(results).toEqual([{ text: A }])
  })

  it('keeps the spelling of a name that came first, and changes nothing in a second run', async () => {
    write('a.txt', 'In May President Ana Šimić met Ola Berg of the Relief League (RL).')
    await index(['a.txt'])
    write('b.txt', 'It was Ana Simic who led the Relief League. Simic left.')
    await index(['b.txt'])
    const { results } = await client.index(ENTRIES_INDEX).getDocuments<Entry>({ sort: ['id:asc'] })
    const names = results.map(({ actors }) => actors.map(({ name }) => name))
    expect(names).toEqual([
      ['Ana Šimić', 'Ola Berg', 'Relief League'],
      ['Ana Šimić', 'Relief League'],
    ])
    expect((await index(['a.txt', 'b.txt'])).changedAnything).toBe(false)
    expect((await index(['b.txt', 'a.txt'])).changedAnything).toBe(false)
  })

  it('writes the names that no authority file has as one', async () => {
    write('a.txt', 'In May President Ana Šimić met Ola Berg of the Relief League (RL).')
    const { allRead, report } = await index(['a.txt'], {
      dryRun: true,
      suggestActors: 'found.yaml',
    })
    expect(allRead).toBe(true)
    expect(report.documents[0]).toMatchObject({
      unverifiedCount: 3,
      undatedEntries: [expect.any(String)],
    })
    expect(readFileSync(join(project, 'found.yaml'), 'utf8')).toContain('name: Relief League')
    await index(['a.txt'], { actors: 'found.yaml' })
    const { results } = await client.index(ENTRIES_INDEX).getDocuments<Entry>()
    expect(results.flatMap(({ actors }) => actors).every(({ verified }) => verified)).toBe(true)
  })

  it('stops between documents when asked to, and the next run completes it', async () => {
    for (const name of ['a', 'b', 'c']) write(`n/${name}.txt`, A, B)
    await index(['n/a.txt'])
    const stop = new AbortController()
    const { signal, progress } = context
    context.signal = stop.signal
    context.progress = { ...progress, documents: (done) => done === 2 && stop.abort() }
    await expect(index(['n'], { out: 'o.jsonl' })).rejects.toThrow(Interrupted)
    expect(readdirSync(project)).not.toContain('o.jsonl')
    Object.assign(context, { signal, progress })
    const { report } = await index(['n'])
    expect(report.corpusVersion).toBe(2)
    expect(await documentIds()).toEqual(['a', 'b', 'c'])
  })

  it('reads an address, a private one only when allowed', async () => {
    const server = createServer((request, response) => {
      const types = { html: 'text/html', tiff: 'image/tiff', txt: 'text/plain; charset=utf-8' }
      const extension = request.url?.split('.').at(-1) as keyof typeof types
      response.writeHead(200, { 'content-type': types[extension] }).end(A)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const page = `${address}/page.html`
    const scan = `${address}/scan.tiff`
    await index([`${address}/notes/a.txt`])
    expect(lines.splice(0)).toEqual([expect.stringContaining('is refused: 127.0.0.1 is a private')])
    await index([`${address}/notes/a.txt`, page, scan], { allowPrivate: true })
    expect(lines).toEqual([
      `${scan}: its content type image/tiff is not read: save it as plain text, Markdown or HTML`,
    ])
    const [record, other] = await listDocuments(context)
    expect(other).toMatchObject({ document: { source: page }, entries: record?.entries })
    expect(record).toMatchObject({
      document: { source: `${address}/notes/a.txt` },
      root: `${address}/notes/a.txt`,
    })
    server.close()
  })

  it('names the rows of a table that cannot be read, and indexes the others', async () => {
    write('n/a.csv', 'date,text\n1901,one\n1902\n1903,three')
    const { allRead, report } = await index(['n'], { dryRun: true })
    expect(allRead).toBe(false)
    expect(lines).toEqual(['n/a.csv:3: the row has 1 cell, the first row 2: left out'])
    expect(report.documents[0]?.entries).toEqual({ timeline: 2, paragraph: 0 })
  })

  it('reports each document, what was skipped, and what could not be read', async () => {
    write('n/a.txt', C, A)
    write('n/photo.jpg', 'x')
    write('n/broken.xml', '<TEI>', '<p>One.</TEI>')
    write('n/empty.md', '\n')
    await index(['n', 'gone.txt'], { report: 'r.json' })
    const report: Report = JSON.parse(readFileSync(join(project, 'r.json'), 'utf8'))
    expect(report).toMatchObject({
      documents: [{ id: 'a', source: 'a.txt', entries: { timeline: 1, paragraph: 1 }, undated: 1 }],
      skipped: [{ source: 'n/photo.jpg', reason: '.jpg is not read' }],
      unreadable: [
        { source: 'gone.txt', reason: 'does not exist: check the name' },
        {
          source: 'n/broken.xml',
          reason: 'is no well-formed XML: in line 3 </TEI> stands where </p> is expected',
        },
        { source: 'n/empty.md', reason: 'is empty: there is nothing to index' },
      ],
      added: 2,
      corpusVersion: 1,
    })
  })
})
