import { patiently } from '#search/server/engine'
import { nearestLeft } from '#search/server/nearest'
import { EMPTY_STATE } from '#search/state'
import { titleOfEntry } from '../../../cite/csl'
import { decodedId } from '../../../page-params'
import { readerHref } from '../../../reader/reader-href'
import { xmlText } from '../../../sharing/xml'

type Context = { params: Promise<{ kind: string; id: string }> }

/**
 * What proxy.ts shows for an entry or a document that the collection does not have, or while it cannot be
 * asked. A route and no page: a page can have this status or a body without script, not both.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { kind, id } = await params
  if (kind === 'unanswered') {
    const words = `The ${id === 'document' ? 'document' : 'entry'} is unharmed; ${link('', 'load this page again')} in a moment.`
    return answer(503, 'The search engine does not answer', `<p>${words}</p>`)
  }
  const left =
    kind === 'entry'
      ? await patiently((client) => nearestLeft(client, decodedId(id))).catch(() => null)
      : null
  const title = left === null ? 'There is nothing at this address' : 'This entry is gone'
  const what = kind === 'document' ? 'document' : 'entry'
  const words =
    left === null
      ? `The ${what} may have been changed or removed since the link was made.`
      : `It stood in ${link(`/document/${encodeURIComponent(left.document.id)}`, left.document.title)} and was changed or removed since the link was made.`
  const nearest =
    left === null || left.entry === null
      ? ''
      : `<p>The nearest entry that is left: ${link(readerHref(left.document.id, EMPTY_STATE, left.entry.id), titleOfEntry(left.entry))}</p>`
  return answer(404, title, `<p>${words}</p>${nearest}`)
}

const answer = (status: number, title: string, body: string): Response =>
  new Response(page(title, body), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })

const link = (href: string, text: string): string =>
  `<a href="${xmlText(href)}">${xmlText(text)}</a>`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – Kronika</title><style>
  :root { color-scheme: light dark; }
  body { max-width: 40rem; margin: 0 auto; padding: 1.1rem 1.25rem 3rem; color: light-dark(#1b1914, #ece7da);
    background: light-dark(#faf8f3, #16150f); font: 400 1.1875rem/1.6 "Source Serif 4", Georgia, serif; }
  header a { font-size: 1.5rem; font-weight: 600; text-decoration: none; }
  h1 { margin: 4rem 0 1rem; font-size: 1.75rem; line-height: 1.3; }
  p { margin: 0 0 1rem; overflow-wrap: anywhere; }
  a { color: inherit; text-underline-offset: .2em; }
  a:focus-visible { outline: 2px solid light-dark(#9b2620, #f0857a); outline-offset: 2px; }
</style></head><body><header><a href="/">Kronika</a></header><main><h1>${title}</h1>${body}
<p><a href="/">Search the collection</a></p></main></body></html>
`
