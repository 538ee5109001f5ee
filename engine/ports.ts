import { createServer } from 'node:net'
import { EngineError } from './errors.ts'

/** Why a port cannot be listened on: the system's code, such as EADDRINUSE; null when it can. */
export function portProblem(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

/** The first port from `first` on that is free on loopback; null when the next hundred are taken. */
export async function nextFreePort(first: number): Promise<number | null> {
  for (let port = first; port < first + 100 && port <= 65_535; port++) {
    if ((await portProblem(port, '127.0.0.1')) === null) return port
  }
  return null
}

/**
 * Makes sure that the web server can have its port, before any work is done for it.
 *
 * @throws EngineError `environment`, naming the port and how to choose another
 */
export async function checkServerPort(port: number, host: string): Promise<void> {
  const problem = await portProblem(port, host)
  // `localhost` means both: a stranger on the other one would be taken for our server.
  const other = host === '127.0.0.1' ? await portProblem(port, '::1') : null
  if (problem === 'EADDRINUSE' || other === 'EADDRINUSE') {
    const free = port < 65_535 ? port + 1 : 3000
    throw unfit(`Port ${port} is taken: choose another, as in PORT=${free} npm start.`)
  }
  if (problem === 'EACCES') {
    throw unfit(
      `Port ${port} may not be used by this user: choose another, as in PORT=3000 npm start.`,
    )
  }
  if (problem !== null) {
    throw unfit(
      `The server cannot listen on ${host}, port ${port} (${problem}): check HOST and PORT.`,
    )
  }
}

const unfit = (message: string): EngineError => new EngineError('environment', message)
