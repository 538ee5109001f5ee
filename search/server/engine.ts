import 'server-only'
import { readFileSync } from 'node:fs'
import { createClient } from '#engine/client'

/**
 * The app's access to the engine: a key that can search and read this collection and nothing else.
 * One client per request; nothing is kept between requests.
 */

/** The page must say within two seconds that the engine is gone: this is for a request as a whole. */
export const PAGE_DEADLINE_MS = 1_700
/** Scripts can wait longer. */
export const API_DEADLINE_MS = 10_000

function searchKey(): string {
  const file = process.env.MEILI_SEARCH_KEY_FILE
  if (process.env.MEILI_SEARCH_KEY !== undefined) return process.env.MEILI_SEARCH_KEY
  return file === undefined ? '' : readFileSync(file, 'utf8').trim()
}

export function engineClient(deadlineMs: number): ReturnType<typeof createClient> {
  const host = process.env.MEILI_HOST ?? 'http://127.0.0.1:7700'
  const signal = AbortSignal.timeout(deadlineMs)
  return createClient({ host, apiKey: searchKey(), timeoutMs: deadlineMs, signal })
}

export type EngineClient = ReturnType<typeof engineClient>
