import { notAllowed } from '#search/server/http'
import { atom } from '../take-away/atom'
import { takeAway } from '../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /feed.atom`: all results of a search as a feed. */
export const GET = takeAway(atom)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
