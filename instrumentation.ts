/**
 * Before the first visitor comes, the server fetches what a search by meaning needs. It starts all the same
 * where the engine is not there yet: the first search that needs it then asks for it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { patiently } = await import('#search/server/engine')
  const { collectionState, meaningOf } = await import('#search/server/model')
  patiently(async (client) => meaningOf(client, await collectionState(client))).catch(() => {})
}
