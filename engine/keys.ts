import { MeilisearchApiError } from 'meilisearch'
import { COLLECTION_INDEX, ENTRIES_INDEX } from '#schema/indexes'
import { createClient } from './client.ts'
import { toEngineError } from './errors.ts'

/** Fixed, so that every start finds the same key, and the engine derives the same value from it. */
export const READ_KEY_UID = '7a3c5f0e-61d4-4b0b-9f0d-2b1f6f3d9c58'

const READ_KEY = {
  uid: READ_KEY_UID,
  name: 'Kronika reader',
  description: 'What the app holds: it searches and reads the collection, and nothing else.',
  actions: ['search', 'documents.get'],
  indexes: [ENTRIES_INDEX, COLLECTION_INDEX],
  expiresAt: null,
}

/**
 * The key of the app: made when missing, made again when it may do more or less than it should.
 *
 * @param session of several engines, the first is asked: all have the same, see network/link.ts
 * @returns the key; empty when the engine runs without a master key and so has no keys
 */
export async function readKey(session: { host: string; masterKey: string }): Promise<string> {
  const client = createClient({ host: session.host, apiKey: session.masterKey })
  try {
    const existing = await client.getKey(READ_KEY_UID).catch(unless('api_key_not_found'))
    if (existing && isReadKey(existing)) return existing.key
    // The engine does not let a key's actions be changed.
    if (existing) await client.deleteKey(READ_KEY_UID).catch(unless('api_key_not_found'))
    const created = await client.createKey(READ_KEY).catch(unless('api_key_already_exists'))
    return (created ?? (await client.getKey(READ_KEY_UID))).key
  } catch (error) {
    if (codeOf(error) === 'missing_master_key') return ''
    throw toEngineError(error, `making the key for the app at ${session.host}`)
  }
}

type Rights = { actions: string[]; indexes: string[]; expiresAt?: unknown }

function isReadKey({ actions, indexes, expiresAt }: Rights): boolean {
  return (
    sameValues(actions, READ_KEY.actions) &&
    sameValues(indexes, READ_KEY.indexes) &&
    (expiresAt ?? null) === null
  )
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}

/** Turns one expected answer into null, and leaves every other failure a failure. */
function unless(code: string): (error: unknown) => null {
  return (error) => {
    if (codeOf(error) === code) return null
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined
}
