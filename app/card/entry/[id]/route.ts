import { effectiveDates } from '#schema/entry'
import { patiently } from '#search/server/engine'
import { findEntry } from '#search/server/entry'
import { failure, notAllowed } from '#search/server/http'
import { accentOf } from '../../../collection/collection'
import { understood } from '../../../entry/understood'
import { cardPicture } from '../../../sharing/card'

type Context = { params: Promise<{ id: string }> }

/** `GET /card/entry/ID`: the picture of an entry. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const entry = await patiently((client) => findEntry(client, id)).catch(() => undefined)
  if (entry === undefined) {
    return failure(503, 'engine_unavailable', 'The search engine does not answer.')
  }
  if (entry === null) return failure(404, 'not_found', 'The collection has no such entry.')
  const [date] = effectiveDates(entry)
  const accent = await accentOf()
  const from = [entry.document.title, entry.section].filter((text) => text !== null).join(' · ')
  return cardPicture(
    {
      over: date === undefined ? 'Undated' : understood(date),
      words: entry.text,
      under: from,
      bars: [],
    },
    accent?.light,
  )
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
