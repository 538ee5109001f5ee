import { COLLECTION_INDEX, VERSION_RECORD_ID, type VersionRecord } from '#schema/indexes'
import { patiently } from '#search/server/engine'
import { failure, json, notAllowed } from '#search/server/http'

export const dynamic = 'force-dynamic'

/** `GET /api/health`: 200 when a search would be answered, else 503. */
export async function GET(): Promise<Response> {
  try {
    const { version } = await patiently((client) =>
      client.index<VersionRecord>(COLLECTION_INDEX).getDocument(VERSION_RECORD_ID),
    )
    return json({ status: 'available', corpusVersion: version })
  } catch {
    return failure(
      503,
      'engine_unavailable',
      'The search engine or its collection is not there yet.',
    )
  }
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
