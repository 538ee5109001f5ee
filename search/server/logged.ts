import 'server-only'

/** For `.catch()`: the reader is told that the engine does not answer, the server's log what it said. */
export function logged(error: unknown): null {
  console.error(`search failed: ${error instanceof Error ? error.message : String(error)}`)
  return null
}
