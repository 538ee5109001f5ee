import 'server-only'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { EntryRecord } from '#schema/record'
import { LIVE } from '#schema/tombstone'
import { entryPath } from './adapt.ts'
import type { EngineClient } from './engine.ts'

/** The paths of all entries, in parts as large as a sitemap may be (sitemaps.org: 50,000 addresses). */

const PER_PART = 20_000

/** Number of parts; at least one. */
export async function sitemapParts(client: EngineClient): Promise<number> {
  const { total } = await entries(client, 0, 1)
  return Math.max(1, Math.ceil(total / PER_PART))
}

/** The relative paths of a part, which counts from 0; empty past the last. */
export async function sitemapPart(client: EngineClient, part: number): Promise<string[]> {
  const { results } = await entries(client, part * PER_PART, PER_PART)
  return results.map(({ id }) => entryPath(id))
}

const entries = (client: EngineClient, offset: number, limit: number) =>
  client
    .index<EntryRecord>(ENTRIES_INDEX)
    .getDocuments({ fields: ['id'], filter: LIVE, offset, limit })
