import { searchParamsToUrlQuery } from 'next/dist/shared/lib/router/utils/querystring'
import { expect, it } from 'vitest'
import { paramsOf } from './page-params'

it.each([
  'q=a&q=b&actor=NATO',
  'q=1999-02-30&__proto__=x&sort=y&map=z',
  'constructor=x&toString=y',
])('reads %s as the API does', async (query) => {
  const asNext = searchParamsToUrlQuery(new URLSearchParams(query)) as Record<string, string>
  const params = await paramsOf({ searchParams: Promise.resolve(asNext) })
  const asApi = new URLSearchParams(query)
  for (const name of ['q', 'actor', 'sort']) expect(params.getAll(name)).toEqual(asApi.getAll(name))
})
