import 'server-only'
import { fold } from '#schema/fold'
import {
  type ActorRecord,
  COLLECTION_INDEX,
  type DocumentRecord,
  ENTRIES_INDEX,
} from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import type { ActorTraits } from '../page-answer.ts'
import type { EngineClient } from './engine.ts'
import { quoted } from './filters.ts'

/** What people want to know of facet values beside their counts. */

/** An alias may be shared: room for a few more records than names. */
const SHARED = 200

/** Of one corpus version of one engine: while someone types, the same actors come again and again. */
let known = { of: '', traits: new Map<string, ActorTraits>() }
const MOST_KNOWN = 20_000

/**
 * Type and verification of actors, by canonical name; those that the collection does not know are left out.
 *
 * @param version the corpus version in which they were found
 */
export async function actorTraits(
  client: EngineClient,
  names: readonly string[],
  version: number,
): Promise<Record<string, ActorTraits>> {
  const of = `${client.config.host} ${version}`
  if (known.of !== of || known.traits.size > MOST_KNOWN) known = { of, traits: new Map() }
  const { traits } = known
  const unknown = await fetchTraits(
    client,
    names.filter((name) => !traits.has(name)),
  )
  for (const [name, one] of Object.entries(unknown)) traits.set(name, one)
  return Object.fromEntries(
    names.flatMap((name) => {
      const one = traits.get(name)
      return one === undefined ? [] : [[name, one]]
    }),
  )
}

async function fetchTraits(
  client: EngineClient,
  names: readonly string[],
): Promise<Record<string, ActorTraits>> {
  if (names.length === 0) return {}
  const keys = [...new Set(names.map(fold))]
  const { hits } = await client.index<ActorRecord>(COLLECTION_INDEX).search('', {
    filter: ['type = actor', `keys IN [${keys.map(quoted).join(', ')}]`],
    attributesToRetrieve: ['name', 'actorType', 'verified'],
    limit: names.length + SHARED,
  })
  const wanted = new Set(names)
  return Object.fromEntries(
    hits
      .filter(({ name }) => wanted.has(name))
      .map(({ name, actorType, verified }) => [name, { type: actorType, verified }]),
  )
}

const MAX_SECTIONS = 1000

/** The sections of a document in the order in which they stand in it. */
export async function sectionsInOrder(client: EngineClient, document: string): Promise<string[]> {
  const { hits } = await client.index<EntryRecord>(ENTRIES_INDEX).search('', {
    filter: `document.id = ${quoted(document)}`,
    sort: ['position:asc'],
    distinct: 'facet.section',
    attributesToRetrieve: ['section'],
    limit: MAX_SECTIONS,
  })
  const sections = hits.map(({ section }) => section).filter((section) => section !== null)
  return [...new Set(sections)]
}

/** Titles of documents, by id: a chosen document has its title even when it has no hits. */
export async function documentTitles(
  client: EngineClient,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const { hits } = await client.index<DocumentRecord>(COLLECTION_INDEX).search('', {
    filter: ['type = document', `document.id IN [${ids.map(quoted).join(', ')}]`],
    limit: ids.length,
  })
  return Object.fromEntries(hits.map(({ document }) => [document.id, document.title]))
}
