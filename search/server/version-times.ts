import 'server-only'
import { COLLECTION_INDEX, type VersionTimeRecord } from '#schema/indexes'
import type { Ask } from './engine.ts'

/** When corpus versions were made, for one request; learned as they are met. */
export class VersionTimes {
  readonly #ask: Ask
  readonly #times = new Map<number, string>()

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** Throws what the engine's client throws. */
  async learn(versions: Iterable<number>): Promise<void> {
    const unknown = [...new Set(versions)].filter((version) => !this.#times.has(version))
    if (unknown.length === 0) return
    const ids = unknown.map((version) => `version-${version}`)
    const { results } = await this.#ask((client) =>
      client
        .index<VersionTimeRecord>(COLLECTION_INDEX)
        .getDocuments({ ids, limit: ids.length, filter: [] }),
    )
    for (const version of unknown) this.#times.set(version, UNKNOWN)
    for (const { version, at } of results) this.#times.set(version, at)
  }

  /** ISO 8601 in UTC, of a version that was learned. */
  of(version: number): string {
    return this.#times.get(version) ?? UNKNOWN
  }
}

/** Of versions that were made before their times were kept: long ago, and the same each time. */
const UNKNOWN = '1970-01-01T00:00:00.000Z'
