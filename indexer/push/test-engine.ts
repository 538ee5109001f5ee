import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meilisearch } from 'meilisearch'
import { connectEngine, type EngineSession } from '#engine/connect'
import { OUR_INDEXES } from './tasks.ts'

/**
 * A real, empty engine of a test file's own; `stop` ends it and removes all that it wrote.
 *
 * @param masterKey of 43 letters and digits at least; one of its own without it
 */
export async function startTestEngine(
  masterKey?: string,
): Promise<EngineSession & { directory: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'kronika-engine-'))
  if (masterKey !== undefined) {
    writeFileSync(join(directory, 'master.key'), `${masterKey}\n`, { mode: 0o600 })
  }
  const environment = {
    host: null,
    masterKey: '',
    binary: null,
    directory,
    // Test files run side by side; the next free port is taken from here on.
    port: 20_000 + Math.floor(Math.random() * 10_000),
    memory: '1GiB',
  }
  const session = await connectEngine({ environment })
  return {
    ...session,
    directory,
    async stop() {
      await session.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Makes the engine empty again, between two tests. */
export async function emptyEngine(client: Meilisearch): Promise<void> {
  for (const index of OUR_INDEXES) await client.deleteIndex(index).waitTask()
}
