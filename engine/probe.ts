import { get } from 'node:http'

/** Quick questions that tell whether a server of ours is there. None of them throws. */

const PROBE_MS = 2_000

/** The status that an http address answers with; null when there is no answer in time. */
export function statusOf(url: string, key?: string): Promise<number | null> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  return new Promise((resolve) => {
    // No agent: a kept connection would hold up the server when it is asked to end.
    const request = get(url, { agent: false, headers, timeout: PROBE_MS }, (response) => {
      response.resume()
      resolve(response.statusCode ?? null)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(null))
  })
}

/** True when a healthy engine answers at the address and accepts the key. */
export async function answersWithKey(host: string, key: string): Promise<boolean> {
  const healthy = (await statusOf(`${host}/health`)) === 200
  return healthy && (await statusOf(`${host}/version`, key)) === 200
}
