import { patiently } from '#search/server/engine'
import { notAllowed } from '#search/server/http'
import { pageSearch } from '#search/server/page-search'
import { EMPTY_STATE } from '#search/state'
import { stateFromParams } from '#search/url'
import { collectionOf } from '../collection/collection'
import { type Bar, overviewOf } from '../search/dates/bars'
import { cardPicture } from '../sharing/card'
import { rangeInWords, searchInWords } from '../sharing/search-words'

/** `GET /card?…`: the picture of a search, with the parameters of its link. */
export async function GET(request: Request): Promise<Response> {
  const { state } = stateFromParams(new URL(request.url).searchParams)
  const [collection, found, whole] = await Promise.all([
    collectionOf(),
    patiently((client) => pageSearch(client, { ...state, size: 1, page: 1 })).catch(() => null),
    patiently((client) => pageSearch(client, { ...EMPTY_STATE, size: 1 })).catch(() => null),
  ])
  const chart = found && whole ? overviewOf(found.calendar, whole.calendar) : null
  const subject = state.q.trim() || state.actor.join(', ') || rangeInWords(state)
  return cardPicture(
    {
      over: ['Kronika', collection.title].filter((text) => text !== '').join(' · '),
      words: subject ?? (collection.title || 'What happened when, and who did it'),
      under: searchInWords(state, found?.answer.total ?? null),
      bars: heights(chart?.bars ?? []),
    },
    collection.accent?.light,
  )
}

/** Roots, as on the page: a few results can be seen in front of many. */
function heights(bars: Bar[]) {
  const highest = bars.reduce((most, { whole }) => Math.max(most, whole[0]), 1)
  const height = (count: number): number => Math.sqrt(count / highest)
  return bars.map(({ found, whole }) => ({ found: height(found[0]), whole: height(whole[0]) }))
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
