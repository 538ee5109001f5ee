import { notAllowed } from '#search/server/http'
import { calendarFile } from '../../take-away/calendar-file'
import { takeAway } from '../../take-away/take-away'

export const dynamic = 'force-dynamic'

/** `GET /api/entries.ics`: all dated results of a search as a calendar. */
export const GET = takeAway(calendarFile)

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
