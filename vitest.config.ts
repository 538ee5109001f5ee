import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The guard of server code throws outside of a server component; here its code is the thing tested.
  resolve: {
    alias: {
      'server-only': new URL('./node_modules/server-only/empty.js', import.meta.url).pathname,
    },
  },
  test: {
    include: ['{schema,engine,indexer,search,app,relevance}/**/*.test.{ts,tsx}', '*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
