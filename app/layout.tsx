import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import './fonts.css'
import './globals.css'
import { accentOf } from './collection/collection'
import { SearchLink } from './sharing/search-link'
import { SiteFooter } from './site-footer'
import { THEME_COOKIE, themeOf } from './theme/theme'

/** What most pages show. Where lines are wide, these are asked for first, so that already the first page has them. */
const FONTS = [
  new URL('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
  new URL(
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    import.meta.url,
  ),
].map(String)

export const metadata: Metadata = {
  title: 'Kronika',
  description: 'What happened when, and who did it: full-text search over documents.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default async function Layout({ children }: { children: React.ReactNode }) {
  const accent = await accentOf()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  const colours = accent && { '--accent': `light-dark(${accent.light}, ${accent.dark})` }
  return (
    <html
      lang="en"
      style={colours as React.CSSProperties | undefined}
      data-theme={theme === 'system' ? undefined : theme}
      // What wakes the page marks it (`search/awake.tsx`), perhaps before React has taken it over.
      suppressHydrationWarning
    >
      <head>
        {FONTS.map((font) => (
          <link
            key={font}
            rel="preload"
            href={font}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
            media="(min-width: 52rem)"
          />
        ))}
        <SearchLink />
      </head>
      <body>
        {children}
        <SiteFooter />
      </body>
    </html>
  )
}
