import { type NextRequest, NextResponse } from 'next/server'
import { findDocument } from '#search/server/document'
import { engineClient, PAGE_DEADLINE_MS } from '#search/server/engine'
import { findEntry } from '#search/server/entry'

/**
 * Runs before the pages of entries and documents: an address that nothing answers to is answered by
 * app/gone, with status 404 and a body that needs no script.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const [, kind = '', encoded = ''] = request.nextUrl.pathname.split('/')
  const id = decoded(encoded)
  const find = kind === 'entry' ? findEntry : findDocument
  // Where the engine does not answer, the page says so.
  const found = await find(engineClient(PAGE_DEADLINE_MS), id).catch(() => undefined)
  if (found !== null) return NextResponse.next()
  const gone = request.nextUrl.clone()
  // A malformed id has no other way to be one.
  gone.pathname = `/gone/${kind}/${encodeURIComponent(id === '' ? '-' : id)}`
  return NextResponse.rewrite(gone)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

export const config = { matcher: ['/entry/:id', '/document/:id'] }
