import { notAllowed } from '#search/server/http'
import { csv } from '../../take-away/csv'
import { takeAway } from '../../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /api/entries.csv`: all results of a search as a table. */
export const GET = takeAway(csv)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
