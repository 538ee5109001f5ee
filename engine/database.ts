import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineDirectory } from './directory.ts'

export type Database = { path: string; data: string; dumps: string; snapshots: string }

/**
 * The folder of the database of an engine's version, made when missing.
 *
 * An engine that is killed while it makes its database leaves one that no engine opens again: without
 * a VERSION file, which is written last. It holds nothing yet, and is made anew.
 */
export function openDatabase(directory: EngineDirectory, version: string): Database {
  const path = directory.database(version)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const data = join(path, 'data.ms')
  if (isHalfMade(data)) rmSync(data, { recursive: true, force: true })
  return { path, data, dumps: join(path, 'dumps'), snapshots: join(path, 'snapshots') }
}

function isHalfMade(data: string): boolean {
  const version = unlessMissing(() => readFileSync(join(data, 'VERSION'), 'utf8')) ?? ''
  const indexes = unlessMissing(() => readdirSync(join(data, 'indexes'))) ?? []
  return version.trim() === '' && indexes.length === 0
}

function unlessMissing<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
