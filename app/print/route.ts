import { notAllowed } from '#search/server/http'
import { print } from '../take-away/print'
import { takeAway } from '../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /print`: all results of a search on one page, for paper. */
export const GET = takeAway(print)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
