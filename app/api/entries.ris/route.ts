import { notAllowed } from '#search/server/http'
import { ris } from '../../take-away/bibliography'
import { takeAway } from '../../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /api/entries.ris`: all results of a search for reference managers. */
export const GET = takeAway(ris)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
