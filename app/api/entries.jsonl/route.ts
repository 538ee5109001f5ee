import { notAllowed } from '#search/server/http'
import { jsonLines } from '../../take-away/json-lines'
import { takeAway } from '../../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /api/entries.jsonl`: all results of a search, an entry a line. */
export const GET = takeAway(jsonLines)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
