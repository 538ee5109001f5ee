import { engineClient, PAGE_DEADLINE_MS } from '#search/server/engine'
import { notAllowed } from '#search/server/http'
import { search } from '#search/server/search'
import { EMPTY_STATE } from '#search/state'
import { stateFromParams } from '#search/url'
import { collectionOf } from '../collection/collection'
import { barsOf } from '../search/calendar'
import { cardPicture } from '../sharing/card'
import { rangeInWords, searchInWords } from '../sharing/search-words'

/** `GET /card?…`: the picture of a search, with the parameters of its link. */
export async function GET(request: Request): Promise<Response> {
  const { state } = stateFromParams(new URL(request.url).searchParams)
  const collection = await collectionOf()
  const client = engineClient(PAGE_DEADLINE_MS)
  const [found, whole] = await Promise.all([
    search(client, { ...state, size: 1, page: 1 }).catch(() => null),
    search(client, { ...EMPTY_STATE, size: 1 }).catch(() => null),
  ])
  const subject = state.q.trim() || state.actor.join(', ') || rangeInWords(state)
  return cardPicture(
    {
      over: ['Kronika', collection.title].filter((text) => text !== '').join(' · '),
      words: subject ?? (collection.title || 'What happened when, and who did it'),
      under: searchInWords(state, found?.answer.total ?? null),
      bars: found && whole ? heights(barsOf(found.answer.facets, whole.answer.facets)) : [],
    },
    collection.accent?.light,
  )
}

function heights(bars: { results: number; whole: number }[]) {
  const highest = bars.reduce((most, { whole }) => Math.max(most, whole), 1)
  return bars.map(({ results, whole }) => ({ found: results / highest, whole: whole / highest }))
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
