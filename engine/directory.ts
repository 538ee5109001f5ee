import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { EngineError } from './errors.ts'

/** The files in the folder of the embedded engine (KRONIKA_DIR). */
export type EngineDirectory = {
  path: string
  masterKey: string
  state: string
  lock: string
  log: string
  /** What was verified of the executables, see `packaged.ts`. */
  verified: string
  executables: string
  /** A database can be opened by the version that wrote it, and by no other. */
  database: (version: string) => string
}

/**
 * Makes the folder, readable by its owner only, when it is not there.
 *
 * @throws EngineError `environment` when it cannot be made or written
 */
export function openDirectory(given: string): EngineDirectory {
  const path = usable(given)
  return {
    path,
    masterKey: join(path, 'master.key'),
    state: join(path, 'engine.json'),
    lock: join(path, 'engine.lock'),
    log: join(path, 'engine.log'),
    verified: join(path, 'verified.json'),
    executables: join(path, 'bin'),
    database: (version) => join(path, `engine-${version}`),
  }
}

/** One spelling for one folder, so that its engine is recognised through a link too. */
function usable(path: string): string {
  try {
    makeFolder(path)
    const trial = join(path, `.trial-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial)
    return realpathSync(path)
  } catch (error) {
    throw unusable(path, error)
  }
}

/** Level by level: Node's recursive mkdir never returns where the system makes no folders (/proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * The master key of the embedded engine: 32 random bytes, made once. Whoever comes second finds the
 * first one's key, complete, because the file appears under its name with its content in it.
 */
export function masterKeyOf(directory: EngineDirectory): string {
  const file = directory.masterKey
  try {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
    chmodSync(file, 0o600)
    return readMasterKey(directory)
  } catch (error) {
    throw error instanceof EngineError ? error : unusable(directory.path, error)
  }
}

function readMasterKey({ masterKey, path }: EngineDirectory): string {
  const key = readFileSync(masterKey, 'utf8').trim()
  if (/^[\w-]{43,}$/.test(key)) return key
  const message = `The key in ${masterKey} is damaged: remove ${path} and index again.`
  throw new EngineError('environment', message)
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is read-only',
  ENOSPC: 'no space left',
  ENOENT: 'it cannot be made',
  ENOTDIR: 'a part of it is not a folder',
  EEXIST: 'it is not a folder',
}

/** A failure of the file system in the folder, in one line. */
export function unusable(path: string, error: unknown): EngineError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const reason = REASONS[code] ?? (code || `${error}`)
  const message = `The folder ${path} cannot be used (${reason}): choose another with KRONIKA_DIR.`
  return new EngineError('environment', message, { cause: error })
}
