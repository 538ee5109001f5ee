import 'server-only'
import { collectionOf } from '../collection/collection'
import { siteAddress } from '../sharing/site-address'
import type { Citable } from './csl'

/** What every citation from here has in common, today (UTC). */
export async function citableHere(): Promise<Citable> {
  const [site, { title }] = await Promise.all([siteAddress(), collectionOf()])
  return {
    site,
    siteName: title === '' ? 'Kronika' : `Kronika: ${title}`,
    today: new Date().toISOString().slice(0, 10),
  }
}
