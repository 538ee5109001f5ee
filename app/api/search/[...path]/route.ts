import { patiently } from '#search/server/engine'
import { type FacetSearchBody, facetSearch } from '#search/server/facet-search'
import { calledSearch, checkIndex, multiSearch } from '#search/server/gateway'
import { answered, bodyOf, noSuchAddress } from '#search/server/http'

type Context = { params: Promise<{ path: string[] }> }

/** The gateway: the two engine routes that instant-meilisearch calls, and what the box offers besides. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const [first, uid, route, ...more] = (await params).path
  if (first === 'multi-search' && uid === undefined) {
    return answered(async () => {
      const body = await bodyOf(request)
      return patiently((client) => multiSearch(client, body))
    })
  }
  if (first === 'called' && uid === undefined) {
    return answered(async () => {
      const body = await bodyOf(request)
      return patiently((client) => calledSearch(client, body))
    })
  }
  if (first === 'indexes' && route === 'facet-search' && more.length === 0) {
    return answered(async () => {
      checkIndex(uid)
      const body = (await bodyOf(request)) as FacetSearchBody | null
      return patiently((client) => facetSearch(client, body ?? {}))
    })
  }
  return noSuchAddress()
}

export const GET = noSuchAddress
export const PUT = noSuchAddress
export const PATCH = noSuchAddress
export const DELETE = noSuchAddress
