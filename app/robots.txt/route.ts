import { siteAddress } from '../sharing/site-address'

export const dynamic = 'force-dynamic'

/**
 * `GET /robots.txt`. Search pages stay open: those who show a preview of a shared link ask here first.
 */
export async function GET(): Promise<Response> {
  const lines = ['User-agent: *', 'Disallow: /api/', `Sitemap: ${await siteAddress()}/sitemap.xml`]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
