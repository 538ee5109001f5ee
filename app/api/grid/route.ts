import { patiently } from '#search/server/engine'
import { gridOf } from '#search/server/grid'
import { answered, notAllowed } from '#search/server/http'
import { stateFromParams } from '#search/url'

/** `GET /api/grid`: the busiest actors of a search against the periods of its dates. */
export function GET(request: Request): Promise<Response> {
  return answered(async () => {
    const { state } = stateFromParams(new URL(request.url).searchParams)
    return patiently((client) => gridOf(client, state))
  })
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
