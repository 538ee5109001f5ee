/**
 * Before the first visitor comes, the server fetches what a search by meaning needs. It starts all the same
 * where the engine is not there yet: the first search that needs it then asks for it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { engineClient, PAGE_DEADLINE_MS } = await import('#search/server/engine')
  const { collectionState, meaningOf } = await import('#search/server/model')
  const client = engineClient(PAGE_DEADLINE_MS)
  collectionState(client)
    .then((state) => meaningOf(client, state))
    .catch(() => {})
}
