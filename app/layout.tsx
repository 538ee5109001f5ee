import type { Metadata, Viewport } from 'next'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './globals.css'

export const metadata: Metadata = {
  title: 'Kronika',
  description: 'What happened when, and who did it: full-text search over documents.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
