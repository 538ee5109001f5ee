/**
 * Writes the key of the app to a file, for an app that runs elsewhere than the engine's keeper:
 *
 *     node --import tsx engine/write-key.ts FILE
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { connectEngine } from './connect.ts'
import { EngineError } from './errors.ts'
import { readKey } from './keys.ts'

async function writeKey(file: string): Promise<void> {
  const session = await connectEngine()
  try {
    const key = await readKey(session)
    mkdirSync(dirname(file), { recursive: true })
    // The app may wait for the file: it appears with the key in it. It may be another user's process.
    writeFileSync(`${file}.part`, `${key}\n`, { mode: 0o644 })
    renameSync(`${file}.part`, file)
  } finally {
    await session.stop()
  }
}

const [file, ...rest] = process.argv.slice(2)
if (file === undefined || rest.length > 0) {
  console.error('Usage: node --import tsx engine/write-key.ts FILE')
  process.exitCode = 2
} else {
  await writeKey(file).catch((error: NodeJS.ErrnoException) => {
    if (!(error instanceof EngineError) && error.syscall === undefined) throw error
    const failed = `The key cannot be written to ${file}`
    console.error(error.syscall === undefined ? error.message : `${failed}: ${error.message}`)
    process.exitCode = 1
  })
}
