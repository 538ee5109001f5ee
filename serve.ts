/**
 * Serves what `next build` made: Next's own handler, compressed, with the scripts of a page after its first paint.
 *
 *     PORT=3000 HOST=127.0.0.1 node --import tsx serve.ts
 *
 * `npm start` and the image run it. What it cannot do is one line, and status 1; 2 where a variable is wrong.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { EnvironmentError, PROJECT, readServerEnvironment } from '#engine/environment'
import { EngineError } from '#engine/errors'
import { checkServerPort } from '#engine/ports'
import { loadScriptsLate } from './late-scripts.ts'

/** Open requests may end; browsers keep connections for longer. */
const GRACE_MS = 5_000

async function serve(): Promise<void> {
  const { port, host } = readServerEnvironment()
  await checkServerPort(port, host)
  if (!existsSync(join(PROJECT, '.next', 'BUILD_ID'))) {
    throw new EngineError('environment', 'There is no build to serve: run npm run build first.')
  }
  // Next and React choose what they are by this while they are loaded.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { default: next } = await import('next')
  const { default: compression } = await import('compression')

  const app = next({ dev: false, dir: PROJECT, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const compress = compression()

  const server = createServer((request, response) => {
    compress(request as never, response as never, () => {
      loadScriptsLate(response)
      handle(request, response).catch((error: unknown) => {
        console.error(error)
        if (response.headersSent) return response.destroy()
        response.statusCode = 500
        response.end('Internal Server Error')
      })
    })
  })
  server.on('error', fail)
  server.listen(port, host)

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      setTimeout(() => process.exit(0), GRACE_MS).unref()
    })
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof EnvironmentError ? 2 : 1)
}

serve().catch(fail)
