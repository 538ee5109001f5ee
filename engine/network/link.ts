import type { Meilisearch } from 'meilisearch'
import { EngineError, toEngineError } from '../errors.ts'
import { readKey } from '../keys.ts'
import { engineName } from './shared-index.ts'

type Remote = { url: string; searchApiKey: string | null }
type Network = { self: string | null; remotes: Record<string, Remote> }

/**
 * Tells each of several engines where the others are and with which key they are asked, as far as it does not
 * know. They reach each other at the addresses in MEILI_HOST.
 *
 * @param masterKey of all of them: the app has one key for all, which each derives from it
 * @throws EngineError in one clear line
 */
export async function linkEngines(
  engines: readonly Meilisearch[],
  masterKey: string,
): Promise<void> {
  const hosts = engines.map(({ config }) => config.host)
  const keys = await Promise.all(hosts.map((host) => readKey({ host, masterKey })))
  const other = hosts.find((_, engine) => keys[engine] !== keys[0])
  if (other !== undefined) {
    const message = `The search engines at ${hosts[0]} and ${other} have unlike keys for the app: start them with the same master key.`
    throw new EngineError('forbidden', message)
  }
  const remotes = Object.fromEntries(
    hosts.map((url, engine) => [engineName(engine), { url, searchApiKey: keys[engine] || null }]),
  )
  await Promise.all(
    engines.map((client, engine) => link(client, { self: engineName(engine), remotes })),
  )
}

async function link(client: Meilisearch, wanted: Network): Promise<void> {
  const { httpRequest, config } = client
  try {
    await httpRequest.patch({ path: 'experimental-features', body: { network: true } })
    const current = await httpRequest.get<Network>({ path: 'network' })
    const former = Object.keys(current.remotes).filter((name) => !(name in wanted.remotes))
    if (former.length === 0 && isSame(current, wanted)) return
    // What is null is taken out.
    const remotes = { ...wanted.remotes, ...Object.fromEntries(former.map((name) => [name, null])) }
    await httpRequest.patch({ path: 'network', body: { ...wanted, remotes } })
  } catch (error) {
    throw toEngineError(error, `linking it with others at ${config.host}`)
  }
}

const isSame = (current: Network, wanted: Network): boolean =>
  current.self === wanted.self &&
  Object.entries(wanted.remotes).every(([name, { url, searchApiKey }]) => {
    const remote = current.remotes[name]
    return remote?.url === url && remote.searchApiKey === searchApiKey
  })
