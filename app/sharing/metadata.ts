import 'server-only'
import type { Metadata } from 'next'

export type Shared = {
  title: string
  description: string
  /** Relative: the one address of what the page shows. */
  path: string
  /** Relative address of the picture. */
  picture: string
  /** Absolute address of the site. */
  site: string
  /** Name of the site, for previews. */
  siteName: string
  type?: 'website' | 'article'
}

/** What previews of a link show: title, description, picture, and the page's one address. */
export function sharedMetadata(shared: Shared): Metadata {
  const { title, description, path, picture, site, siteName, type = 'website' } = shared
  const image = { url: picture, width: 1200, height: 630, alt: description.slice(0, 200) }
  return {
    metadataBase: new URL(site),
    title,
    description,
    alternates: { canonical: path },
    openGraph: { title, description, url: path, siteName, type, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}
