import { patiently } from '#search/server/engine'
import { failure } from '#search/server/http'
import { sitemapPart } from '#search/server/sitemap'
import { siteAddress } from '../../sharing/site-address'
import { xmlResponse, xmlText } from '../../sharing/xml'

type Context = { params: Promise<{ part: string }> }

/** `GET /sitemap/N`: a part of the sitemap, counted from 0; the first begins with the search page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { part } = await params
  const number = /^\d{1,6}$/.test(part) ? Number(part) : null
  if (number === null) return failure(404, 'not_found', 'Parts of the sitemap are numbers from 0.')
  const site = xmlText(await siteAddress())
  const paths = await patiently((client) => sitemapPart(client, number)).catch(() => null)
  if (paths === null)
    return failure(503, 'engine_unavailable', 'The search engine does not answer.')
  if (paths.length === 0 && number > 0) return failure(404, 'not_found', 'There is no such part.')
  const all = number === 0 ? ['/', ...paths] : paths
  const lines = all.map((path) => `  <url><loc>${site}${xmlText(path)}</loc></url>\n`)
  return xmlResponse(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</urlset>\n`,
    'application/xml',
  )
}
