import type { EnqueuedTask, Meilisearch, Settings } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { enginesOf } from '#engine/network/network'
import { COLLECTION_INDEX, ENTRIES_INDEX, NEXT } from '#schema/indexes'
import { EMBEDDER } from '#schema/meaning/vectors'
import { COLLECTION_SETTINGS, ENTRIES_SETTINGS } from '#schema/settings'
import { chosenEmbedder, prepareEmbedder } from '../meaning/embedder.ts'
import { answer, settled } from './tasks.ts'

/** An index holds entries, or what the collection is made of. */
function settingsFor(uid: string): Settings {
  if (uid === COLLECTION_INDEX || uid === NEXT.collection) return COLLECTION_SETTINGS
  const { settings } = chosenEmbedder()
  return settings === null
    ? ENTRIES_SETTINGS
    : { ...ENTRIES_SETTINGS, embedders: { [EMBEDDER]: settings } }
}

/** Lists that the engine keeps in an order of its own. */
const UNORDERED = ['filterableAttributes', 'sortableAttributes', 'stopWords']

/**
 * Makes the collection's indexes where they are missing, and their settings ours where they differ.
 * The engine takes its tasks in order, so they are all given to it before the first is awaited.
 */
export async function ensureIndexes(client: Meilisearch): Promise<void> {
  await Promise.all(enginesOf(client).map(ensureOn))
}

async function ensureOn(client: Meilisearch): Promise<void> {
  const tasks: EnqueuedTask[] = []
  for (const uid of [ENTRIES_INDEX, COLLECTION_INDEX]) {
    const current = await settingsOf(client, uid)
    tasks.push(...(await prepare(client, uid, current)))
  }
  for (const task of tasks) await prepared(client, task)
}

/** Makes an index that does not exist, with the settings of its kind. */
export async function makeIndex(client: Meilisearch, uid: string): Promise<void> {
  const makeOn = async (engine: Meilisearch): Promise<void> => {
    for (const task of await prepare(engine, uid, null)) await prepared(engine, task)
  }
  await Promise.all(enginesOf(client).map(makeOn))
}

/**
 * An engine that stopped before it answered may have taken the task: sent again, it finds the index made,
 * which is what was wanted.
 */
async function prepared(client: Meilisearch, task: EnqueuedTask): Promise<void> {
  try {
    await settled(client, task)
  } catch (error) {
    const failed = error instanceof EngineError && error.code === 'task-failed'
    if (!failed || task.type !== 'indexCreation' || task.indexUid === null) throw error
    if ((await settingsOf(client, task.indexUid)) === null) throw error
  }
}

/** @param current null when there is no such index yet */
async function prepare(
  client: Meilisearch,
  uid: string,
  current: Settings | null,
): Promise<EnqueuedTask[]> {
  const tasks: EnqueuedTask[] = []
  if (current === null) {
    const create = () => client.createIndex(uid, { primaryKey: 'id' })
    tasks.push(await answer(client, `making the index ${uid}`, create))
  }
  const wanted = settingsFor(uid)
  const different = differingSettings(wanted, current ?? {})
  const isFormer = wanted.embedders === undefined && current?.embedders?.[EMBEDDER] !== undefined
  if (current !== null && (isFormer || different.embedders !== undefined)) {
    await prepareEmbedder(client, current, chosenEmbedder())
  }
  if (Object.keys(different).length > 0) {
    const update = () => client.index(uid).updateSettings(different)
    tasks.push(await answer(client, `the settings of ${uid}`, update))
  }
  return tasks
}

/** Null when there is no such index. */
async function settingsOf(client: Meilisearch, uid: string): Promise<Settings | null> {
  try {
    return await answer(client, `the settings of ${uid}`, () => client.index(uid).getSettings())
  } catch (error) {
    if (error instanceof EngineError && error.code === 'not-found') return null
    throw error
  }
}

/** Those of our settings that the engine's do not contain: every settings task may index all again. */
export function differingSettings(wanted: Settings, current: Settings): Settings {
  const differing = Object.entries(wanted).filter(([key, value]) => {
    const now: unknown = current[key as keyof Settings]
    if (key === 'embedders') return !contains(now, withoutKeys(value as Settings['embedders']))
    if (!UNORDERED.includes(key)) return !contains(now, value)
    return !contains(sorted(now), sorted(value))
  })
  return Object.fromEntries(differing)
}

/** The engine shows no key again that it was given. */
function withoutKeys(embedders: Settings['embedders']): object {
  const shown = Object.entries(embedders ?? {}).map(([name, settings]) => {
    return [name, { ...(settings as object), apiKey: undefined }]
  })
  return JSON.parse(JSON.stringify(Object.fromEntries(shown))) as object
}

/** True when the engine's value has all that we set; what we leave open may be anything. */
function contains(current: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return current === wanted
  if (typeof current !== 'object' || current === null) return false
  if (Array.isArray(wanted)) {
    if (!Array.isArray(current) || current.length !== wanted.length) return false
  }
  return Object.entries(wanted).every(([key, value]) =>
    contains((current as Record<string, unknown>)[key], value),
  )
}

const sorted = (list: unknown): unknown => (Array.isArray(list) ? [...list].sort() : list)
