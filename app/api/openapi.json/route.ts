import { json, notAllowed } from '#search/server/http'
import { siteAddress } from '../../sharing/site-address'
import { openApi } from './document'

export const dynamic = 'force-dynamic'

/** `GET /api/openapi.json`: this API, described for programs. */
export async function GET(): Promise<Response> {
  return json(openApi(await siteAddress()))
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
