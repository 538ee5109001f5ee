/** A collection of a test's own: entries without documents, on an engine that goes with the test. */
import type { Meilisearch } from 'meilisearch'
import { afterAll } from 'vitest'
import { createClient } from '#engine/client'
import { connectEngine } from '#engine/connect'
import { waitForTask } from '#engine/tasks'
import { temporaryEnvironmentOutsideTests } from '#engine/test-engine'
import type { Actor, ParsedEntry } from '#schema/entry'
import { fold } from '#schema/fold'
import { type ActorRecord, COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { spellings } from '#schema/letters'
import { derivedFields } from '#schema/record'
import { COLLECTION_SETTINGS, ENTRIES_SETTINGS } from '#schema/settings'

const DEADLINE_MS = 60_000

/** An entry of one document, undated where nothing else is said. */
export function entryOf(position: number, given: Partial<ParsedEntry>): ParsedEntry {
  return {
    id: `entry-${String(position).padStart(5, '0')}`,
    kind: 'paragraph',
    text: '',
    document: { id: 'made', title: 'Made', source: 'made.txt' },
    section: null,
    position,
    place: null,
    date: null,
    mentions: [],
    actors: [],
    ...given,
  }
}

export function actorOf(name: string, given: Partial<Actor> = {}): Actor {
  const id = fold(name).replaceAll(' ', '-')
  return { id, name, type: 'person', verified: true, rule: 'test', evidence: [], ...given }
}

/** Puts entries into an engine; the client may do everything. Call it in a beforeAll. */
export async function collectionOf(
  entries: readonly ParsedEntry[],
  aliases: Readonly<Record<string, string[]>> = {},
): Promise<Meilisearch> {
  const { environment, remove } = temporaryEnvironmentOutsideTests()
  const session = await connectEngine({ environment })
  afterAll(async () => {
    await session.stop()
    remove()
  })
  const client = createClient({ host: session.host, apiKey: session.masterKey })
  const records = entries.map((entry) => ({
    ...entry,
    ...derivedFields(entry, ''),
    margin: '',
    fingerprint: '',
    addedIn: 1,
    changedIn: 1,
  }))
  const actors = new Map(entries.flatMap((entry) => entry.actors).map((one) => [one.name, one]))
  const tasks = [
    await client.index(ENTRIES_INDEX).updateSettings(ENTRIES_SETTINGS),
    await client.index(COLLECTION_INDEX).updateSettings(COLLECTION_SETTINGS),
    await client.index(ENTRIES_INDEX).addDocuments(records, { primaryKey: 'id' }),
    await client
      .index(COLLECTION_INDEX)
      .addDocuments(
        [
          { id: 'corpus', type: 'corpus', version: 1 },
          ...[...actors.values()].map((actor) => actorRecord(actor, aliases[actor.name] ?? [])),
        ],
        { primaryKey: 'id' },
      ),
  ]
  for (const { taskUid } of tasks) await waitForTask(client, taskUid, { deadlineMs: DEADLINE_MS })
  return client
}

function actorRecord({ id, name, type, verified }: Actor, aliases: string[]): ActorRecord {
  const keys = [...new Set([id, name, ...aliases].flatMap(spellings).map(fold))]
  return {
    id: `actor-${id}`,
    type: 'actor',
    actorId: id,
    name,
    actorType: type,
    verified,
    aliases,
    keys,
  }
}
