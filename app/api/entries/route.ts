import { patiently } from '#search/server/engine'
import { answered, notAllowed } from '#search/server/http'
import { search } from '#search/server/search'
import { stateFromParams } from '#search/url'

/** `GET /api/entries`: the search, with the parameters of the page's own links. */
export function GET(request: Request): Promise<Response> {
  return answered(async () => {
    const { state, ignored } = stateFromParams(new URL(request.url).searchParams)
    const { answer } = await patiently((client) => search(client, state, ignored))
    return answer
  })
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
