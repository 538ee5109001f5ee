import 'server-only'
import { headers } from 'next/headers'

/**
 * Where this site is, without a slash at its end: PUBLIC_URL, else where the request says that it was
 * sent. Links that leave the page (feeds, cards, the sitemap, citations) are absolute with it.
 */
export async function siteAddress(): Promise<string> {
  return addressOf(process.env.PUBLIC_URL, await headers())
}

/**
 * @param publicUrl what the owner says, checked when the server starts (engine/environment.ts)
 * @param request the request's headers
 */
export function addressOf(publicUrl: string | undefined, request: Headers): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '')
  const host = request.get('host') ?? ''
  // Whoever sends the header chooses it: nothing but a host may come through.
  if (!/^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i.test(host)) {
    return 'http://localhost:3000'
  }
  const proto = request.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return `${proto === 'https' ? 'https' : 'http'}://${host}`
}
