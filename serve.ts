/**
 * Serves what `next build` made: Next's own handler, compressed, with the scripts of a page after its first paint.
 *
 *     node --import tsx serve.ts [port] [host]
 *
 * `npm start` and the image run it. It ends with status 1 where the port cannot be had.
 */
import { createServer } from 'node:http'
import compression from 'compression'
import next from 'next'
import { loadScriptsLate } from './late-scripts.ts'

const [port = '3000', host = '0.0.0.0'] = process.argv.slice(2)
/** Open requests may end; browsers keep connections for longer. */
const GRACE_MS = 5_000

const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port: Number(port) })
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
server.on('error', (error) => {
  console.error(`Error: the app cannot listen on port ${port} of ${host}: ${error.message}`)
  process.exit(1)
})
server.listen(Number(port), host)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), GRACE_MS).unref()
  })
}
