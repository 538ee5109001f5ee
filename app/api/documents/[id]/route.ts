import { findDocument } from '#search/server/document'
import { patiently } from '#search/server/engine'
import { engineGone, failure, json, notAllowed } from '#search/server/http'
import { read } from '#search/server/reading'
import { stateFromParams } from '#search/url'
import { decodedId } from '../../../page-params'

type Context = { params: Promise<{ id: string }> }

/** `GET /api/documents/ID?at=POSITION`: a part of a document in order, with the hits of a search in it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const query = new URL(request.url).searchParams
  const at = query.get('at') ?? '0'
  if (!/^\d{1,9}$/.test(at)) {
    return failure(400, 'bad_request', 'at: is a position in the document, from 0')
  }
  try {
    const id = decodedId((await params).id)
    return await patiently(async (client) => {
      const document = await findDocument(client, id)
      if (document === null) {
        return failure(404, 'not_found', 'The collection has no document of this id.')
      }
      const { state } = stateFromParams(query)
      return json((await read(client, document, state, Number(at), null)).window)
    })
  } catch (error) {
    return engineGone(error)
  }
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
