import { type NextRequest, NextResponse } from 'next/server'
import { findDocument } from '#search/server/document'
import { type EngineClient, patiently } from '#search/server/engine'
import { findEntry } from '#search/server/entry'

/**
 * Runs before the pages of entries and documents: an address that nothing answers to is answered by
 * app/gone, with status 404 and a body that needs no script; and so, with 503, is every one while the
 * engine does not answer: a page that asked it again would wait as long once more.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const [, kind = '', encoded = ''] = request.nextUrl.pathname.split('/')
  const id = decoded(encoded)
  const find = (client: EngineClient): Promise<unknown> =>
    kind === 'entry' ? findEntry(client, id) : findDocument(client, id)
  const found = await patiently(find).catch(() => undefined)
  if (found) return NextResponse.next()
  const instead = request.nextUrl.clone()
  // A malformed id has no other way to be one.
  instead.pathname =
    found === undefined
      ? `/gone/unanswered/${kind}`
      : `/gone/${kind}/${encodeURIComponent(id === '' ? '-' : id)}`
  return NextResponse.rewrite(instead)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

export const config = { matcher: ['/entry/:id', '/document/:id'] }
