import type { Metadata } from 'next'
import { firstResults } from '#search/server/first-results'
import { stateFromParams } from '#search/url'
import { SearchPage } from './search/search-page'
import { titleOf } from './search/title'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function paramsOf(props: Props): Promise<URLSearchParams> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await props.searchParams)) {
    for (const text of [value ?? []].flat()) params.append(name, text)
  }
  return params
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { state } = stateFromParams(await paramsOf(props))
  return { title: titleOf(state) }
}

export default async function Page(props: Props) {
  const { state, ignored } = stateFromParams(await paramsOf(props))
  const first = await firstResults(state)
  return <SearchPage first={first} firstState={state} ignored={ignored} />
}
