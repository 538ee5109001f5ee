import type { Metadata } from 'next'
import { cache } from 'react'
import { patiently } from '#search/server/engine'
import { firstResults } from '#search/server/first-results'
import { gridOf } from '#search/server/grid'
import { logged } from '#search/server/logged'
import { sinceShared } from '#search/server/since'
import { parseShared, SHARED_FORM, SHARED_PARAMETER } from '#search/shared'
import { EMPTY_STATE, type SearchState } from '#search/state'
import { hrefOf, sameSearch, searchOf, stateFromParams } from '#search/url'
import { collectionOf } from './collection/collection'
import { FirstVisit } from './collection/first-visit'
import { type PageParams, paramsOf } from './page-params'
import { PlainOffers } from './search/plain-offers'
import { type FirstData, SearchPage } from './search/search-page'
import { titleOf } from './search/title'
import { JsonLd } from './sharing/json-ld'
import { sharedMetadata } from './sharing/metadata'
import { searchInWords } from './sharing/search-words'
import { siteAddress } from './sharing/site-address'

type Props = Pick<PageParams<unknown>, 'searchParams'>

/** One search per request, for the page and its metadata. */
const firstOf = cache(async (params: string) =>
  firstResults(stateFromParams(new URLSearchParams(params)).state),
)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const params = await paramsOf(props)
  const { state } = stateFromParams(params)
  const [first, collection] = await Promise.all([firstOf(params.toString()), collectionOf()])
  return sharedMetadata({
    title: titleOf(state),
    description: descriptionOf(state, first.answer?.total ?? null, collection.description),
    path: hrefOf(state),
    picture: `/card${searchOf(state)}`,
    site: await siteAddress(),
    siteName: collection.title === '' ? 'Kronika' : `Kronika: ${collection.title}`,
  })
}

function descriptionOf(state: SearchState, total: number | null, about: string): string {
  if (!sameSearch(state, EMPTY_STATE)) return searchInWords(state, total)
  return about || 'What happened when, and who did it: full-text search over documents.'
}

export default async function Page(props: Props) {
  const params = await paramsOf(props)
  const { state, ignored } = stateFromParams(params)
  const sharedText = params.get(SHARED_PARAMETER) ?? ''
  const shared = parseShared(sharedText)
  if (shared === null && sharedText.trim() !== '') {
    ignored.push({ parameter: SHARED_PARAMETER, value: sharedText, reason: SHARED_FORM })
  }
  const [first, grid, collection, site, since] = await Promise.all([
    firstOf(params.toString()),
    state.view === 'grid' ? patiently((client) => gridOf(client, state)).catch(logged) : null,
    collectionOf(),
    siteAddress(),
    shared && patiently((client) => sinceShared(client, state, shared)).catch(logged),
  ])
  const { title, description } = collection
  return (
    <>
      <JsonLd
        data={{
          '@type': 'WebSite',
          name: title === '' ? 'Kronika' : title,
          ...(description !== '' && { description }),
          url: `${site}/`,
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: `${site}/?q={search_term_string}` },
            'query-input': 'required name=search_term_string',
          },
        }}
      />
      <SearchPage
        firstData={JSON.stringify({
          answer: first.answer,
          whole: first.whole,
          grid,
        } satisfies FirstData)}
        firstState={state}
        ignored={ignored}
        since={since}
        welcome={<FirstVisit collection={collection} overview={first.overview} />}
        plainOffers={<PlainOffers state={state} called={first.called} />}
      />
    </>
  )
}
