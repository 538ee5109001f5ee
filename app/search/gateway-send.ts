import type { Send } from '#search/client'

/** A search that takes longer is given up and tried again. */
const DEADLINE_MS = 12_000

/** Sends a request to the gateway on the page's own origin. Throws an Error with its message. */
export const gatewaySend: Send = async (path, body) => {
  const response = await fetch(`/api/search/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const answer = (await response.json()) as { error?: { message: string } }
  if (!response.ok) throw new Error(answer.error?.message ?? `status ${response.status}`)
  return answer
}
