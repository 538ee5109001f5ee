import { connect, createServer, type Socket } from 'node:net'

/**
 * A way to the engine that can be cut: `through` hands everything on, `silent` takes connections and never
 * answers, as a machine that hangs does, `gone` refuses them, `busy` says that it is there and keeps all
 * else waiting for a while.
 */
export type Way = 'through' | 'silent' | 'gone' | 'busy'

/** Longer than an engine that does not answer is waited for. */
const BUSY_MS = 2_500

export type SwitchedEngine = {
  host: string
  turn: (way: Way) => Promise<void>
  stop: () => Promise<void>
}

/** @param target port of the engine on this machine */
export async function switchedEngine(target: number): Promise<SwitchedEngine> {
  const open = new Set<Socket>()
  let way: Way = 'through'
  let busyUntil = 0
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    if (way === 'silent') return
    const engine = connect(target, '127.0.0.1')
    engine.on('error', () => socket.destroy())
    socket.on('close', () => engine.destroy())
    engine.pipe(socket)
    socket.on('data', (asked) => {
      const isHealth = asked.toString('latin1').startsWith('GET /health')
      const wait = isHealth ? 0 : Math.max(0, busyUntil - Date.now())
      setTimeout(() => engine.destroyed || engine.write(asked), wait)
    })
    socket.on('end', () => engine.end())
  })
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  const port = await listen(0)
  return {
    host: `http://127.0.0.1:${port}`,
    async turn(next) {
      way = next
      busyUntil = next === 'busy' ? Date.now() + BUSY_MS : 0
      // Kept-alive connections would go on as before.
      for (const socket of open) socket.destroy()
      if (next === 'gone') await close()
      else if (!server.listening) await listen(port)
    },
    stop: close,
  }
}
