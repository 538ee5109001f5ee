import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '#engine/client'
import { connectEngine } from '#engine/connect'
import { main } from '#indexer/main'
import { createProgress } from '#indexer/report/progress'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { search } from '#search/server/search'
import { EMPTY_STATE } from '#search/state'
import type { Document } from './collection.ts'
import type { System } from './peers.ts'

/** Kronika as a whole, and its engine alone with the engine's own settings: both on a real engine. */

const HITS = 100
const STOCK_INDEX = 'stock'
const QUERY_LENGTH = 1000

export type Ours = { documents: Document[]; systems: System[]; stop: () => Promise<void> }

/**
 * @param documents null for the bundled collection
 * @param folder for the engine's data; whoever gives it removes it
 */
export async function startOurs(documents: Document[] | null, folder: string): Promise<Ours> {
  const environment = {
    host: null,
    masterKey: '',
    binary: null,
    directory: path.join(folder, 'engine'),
    port: 20_000 + Math.floor(Math.random() * 10_000),
    memory: '1GiB',
  }
  const engine = await connectEngine({ environment })
  const client = createClient({ host: engine.host, apiKey: engine.masterKey, timeoutMs: 120_000 })
  const project = path.resolve(import.meta.dirname, '..')
  const context = {
    cwd: project,
    project,
    lockFile: path.join(folder, 'collection.lock'),
    connect: async () => ({ ...engine, stop: async () => {} }),
    progress: createProgress({ write: () => {} }),
    signal: new AbortController().signal,
  }
  const silent = { write: () => {} }
  await main(documents === null ? [] : [tableOf(documents, folder)], context, silent)
  const entries = await allEntries(client)
  const idOf = ({ id, section }: EntryRecord): string => (documents === null ? id : (section ?? ''))
  const texts = entries.map((entry) => ({ id: idOf(entry), text: entry.text }))
  const stock = client.index(STOCK_INDEX)
  await client.createIndex(STOCK_INDEX, { primaryKey: 'key' }).waitTask()
  await stock
    .addDocuments(texts.map((document, key) => ({ key, ...document })))
    .waitTask({ timeout: 600_000 })
  await stock.updateSearchableAttributes(['text']).waitTask({ timeout: 600_000 })
  const kronika = (name: string, changes: object): System => ({
    name,
    search: async (query) => {
      const q = query.slice(0, QUERY_LENGTH)
      const { answer } = await search(client, { ...EMPTY_STATE, ...changes, q, size: HITS })
      return answer.hits.map((hit) => idOf(hit as unknown as EntryRecord))
    },
  })
  return {
    documents: texts,
    systems: [
      kronika('Kronika', {}),
      kronika('Kronika without meaning', { meaning: false }),
      {
        name: 'the engine alone',
        search: async (query) => {
          const { hits } = await stock.search<{ id: string }>(query, { limit: HITS })
          return hits.map(({ id }) => id)
        },
      },
    ],
    stop: () => engine.stop(),
  }
}

/** As a table that the indexer reads; a document's id travels as its section. */
function tableOf(documents: readonly Document[], folder: string): string {
  const file = path.join(folder, 'documents.jsonl')
  const rows = documents.map(({ id, text }) => JSON.stringify({ text, section: id }))
  writeFileSync(file, `${rows.join('\n')}\n`)
  return file
}

const PAGE = 1000

async function allEntries(client: ReturnType<typeof createClient>): Promise<EntryRecord[]> {
  const entries: EntryRecord[] = []
  for (;;) {
    const { results } = await client
      .index<EntryRecord>(ENTRIES_INDEX)
      .getDocuments({ fields: ['id', 'section', 'text'], limit: PAGE, offset: entries.length })
    entries.push(...(results as EntryRecord[]))
    if (results.length < PAGE) return entries
  }
}
