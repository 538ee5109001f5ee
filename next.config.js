/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `serve.ts` compresses, after its changes to a page.
  compress: false,
  // Its plugins register with the one instance of its core that Node's own loader keeps.
  serverExternalPackages: [
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-csl',
  ],
  // `npm test` checks the types, of the whole project.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Browsers ask for it by this name while the page that names the icon is being replaced.
  async rewrites() {
    return [{ source: '/favicon.ico', destination: '/icon.svg' }]
  },
  async headers() {
    const policy = [
      "default-src 'self'",
      // Next writes the page's data into inline scripts.
      "script-src 'self' 'unsafe-inline'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ')
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'content-security-policy', value: policy },
          { key: 'x-content-type-options', value: 'nosniff' },
          { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
        ],
      },
    ]
  },
}

export default config
