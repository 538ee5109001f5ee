import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '#engine/client'
import { connectEngine, type EngineSession } from '#engine/connect'
import { PROJECT } from '#engine/environment'
import { temporaryEnvironmentOutsideTests } from '#engine/test-engine'
import type { Entry } from '#schema/entry'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE, type SearchState } from '../state.ts'
import { allHits } from './all-hits.ts'
import { nearestLeft } from './nearest.ts'
import { sinceShared } from './since.ts'

/**
 * What becomes of shared searches and of entries that go, over runs of the indexer as people run it, against
 * lists of what each version held.
 */

const { seed, pick, between, chance } = seeded()
const WORDS = 'river council treaty bridge envoy harbour'.split(' ')

/** A document is lines of a date and a text that no other line has; its date may change later. */
type Line = { year: number; text: string }
let made = 0
const line = (): Line => ({
  year: between(1950, 1999),
  text: `The ${pick(WORDS)} meets the ${pick(WORDS)}, note ${++made}.`,
})
const lines = (count: number): Line[] => Array.from({ length: count }, line)

const STATES: SearchState[] = [
  {},
  { q: 'river' },
  { q: 'council -bridge' },
  { q: 'nowhere' },
  { from: '1960', to: '1979' },
  { document: ['a'], q: 'envoy' },
].map((partial) => ({ ...EMPTY_STATE, meaning: false, ...partial }))

type Held = { version: number; all: Map<string, Entry>; found: Set<string>[] }

let session: EngineSession
let client: Meilisearch
let remove: () => void
let folder: string
let directory: string

beforeAll(async () => {
  const temporary = temporaryEnvironmentOutsideTests()
  remove = temporary.remove
  directory = temporary.environment.directory
  folder = path.join(directory, 'sources')
  session = await connectEngine({ environment: temporary.environment })
  client = createClient({ host: session.host, apiKey: session.masterKey })
})
afterAll(async () => {
  await session.stop()
  remove()
})

async function index(documents: Record<string, Line[]>): Promise<Held> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, its] of Object.entries(documents)) {
    const text = its.map(({ year, text }) => `- 3 May ${year}: ${text}`).join('\n')
    writeFileSync(path.join(folder, `${name}.md`), `# Document ${name}\n\n${text}\n`)
  }
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'indexer/cli.ts', folder], {
    cwd: PROJECT,
    timeout: 100_000,
    env: {
      ...process.env,
      KRONIKA_DIR: directory,
      MEILI_HOST: session.host,
      MEILI_MASTER_KEY: session.masterKey,
    },
  })
  const all = await entriesOf(EMPTY_STATE)
  const found = []
  for (const state of STATES) found.push(new Set((await entriesOf(state)).all.keys()))
  return { ...all, found }
}

async function entriesOf(state: SearchState): Promise<Omit<Held, 'found'>> {
  const { batches, corpusVersion } = await allHits((work) => work(client), state)
  const all = new Map<string, Entry>()
  for await (const batch of batches) for (const entry of batch) all.set(entry.id, entry)
  return { version: corpusVersion, all }
}

/** Some lines go, some come, some have another date. */
function edited(its: Line[]): Line[] {
  const kept = its
    .filter(() => chance(0.8))
    .map((one) => (chance(0.15) ? { ...one, year: between(1950, 1999) } : one))
  return kept.flatMap((one) => (chance(0.15) ? [line(), one] : [one]))
}

it(`shared searches and entries that went, seed ${seed}`, { timeout: 240_000 }, async () => {
  let documents: Record<string, Line[]> = { a: lines(30), b: lines(20), c: lines(6), d: lines(4) }
  const versions = [await index(documents)]
  for (let round = 0; round < 2; round++) {
    const { d: _, ...rest } = Object.fromEntries(
      Object.entries(documents).map(([name, its]) => [name, edited(its)]),
    )
    // In the end one document is another in every line, and one is gone.
    documents = round === 0 ? { ...rest, d: documents.d ?? [] } : { ...rest, c: lines(4) }
    versions.push(await index(documents))
  }
  const now = versions.at(-1) as Held
  for (const then of versions) {
    for (const [at, state] of STATES.entries()) {
      const before = then.found[at] as Set<string>
      const after = now.found[at] as Set<string>
      const dateOf = ({ all }: Held, id: string) => all.get(id)?.date?.edtf
      const added = [...after].filter((id) => !then.all.has(id)).length
      const changed = [...after].filter(
        (id) => then.all.has(id) && dateOf(then, id) !== dateOf(now, id),
      ).length
      const left = [...before].filter((id) => !after.has(id)).length
      const shared = { version: then.version, total: before.size }
      const since = await sinceShared(client, state, shared)
      expect(since).toMatchObject({ shared, total: after.size, added })
      // A date that was changed there and back is a change as well.
      expect(since.changed).toBeGreaterThanOrEqual(changed)
      expect(since.gone).toBeLessThanOrEqual(left)
      expect(since.gone).toBeGreaterThanOrEqual(left - since.changed)
    }
  }

  const last = versions.at(-2) as Held
  const gone = [...last.all.values()].filter(({ id }) => !now.all.has(id))
  expect(gone.length).toBeGreaterThan(8)
  for (const { id, document, position } of gone) {
    const its = [...now.all.values()].filter((entry) => entry.document.id === document.id)
    const left = await nearestLeft(client, id)
    if (its.length === 0) expect(left).toBeNull()
    else {
      const nearest = its.find((entry) => entry.position === Math.min(position, its.length - 1))
      expect(left?.document.id).toBe(document.id)
      expect(left?.entry?.id, `${id} stood at ${position}`).toBe(nearest?.id)
    }
  }
  expect(await nearestLeft(client, 'a-aaaaaaaaaaaa')).toMatchObject({ entry: null })
  expect(await nearestLeft(client, 'no id at all')).toBeNull()
})
