import { patiently } from '#search/server/engine'
import { failure } from '#search/server/http'
import { sitemapParts } from '#search/server/sitemap'
import { siteAddress } from '../sharing/site-address'
import { xmlResponse, xmlText } from '../sharing/xml'

export const dynamic = 'force-dynamic'

/** `GET /sitemap.xml`: the index of the sitemaps of all entries (sitemaps.org, protocol 0.9). */
export async function GET(): Promise<Response> {
  const site = xmlText(await siteAddress())
  const parts = await patiently(sitemapParts).catch(() => null)
  if (parts === null)
    return failure(503, 'engine_unavailable', 'The search engine does not answer.')
  const lines = Array.from(
    { length: parts },
    (_, part) => `  <sitemap><loc>${site}/sitemap/${part}</loc></sitemap>\n`,
  )
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</sitemapindex>\n`,
    'application/xml',
  )
}
