import { notAllowed } from '#search/server/http'
import { bibtex } from '../../take-away/bibliography'
import { takeAway } from '../../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /api/entries.bib`: all results of a search in BibTeX. */
export const GET = takeAway(bibtex)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
