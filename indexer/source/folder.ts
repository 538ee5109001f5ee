import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileReason } from '../errors.ts'
import { formatOfName, unreadName } from './formats.ts'

/** A relative path, with slashes, and why it is not read. */
export type NotRead = { path: string; reason: string }

export type FolderListing = {
  /** Relative paths of the files that are read, with slashes, sorted. */
  files: string[]
  /** Left alone by design: counted, not complained about. */
  skipped: NotRead[]
  problems: NotRead[]
  /** False when there may be files that could not be seen. */
  complete: boolean
}

/** Why a file of a folder is left alone although it might be read; null when it is read. */
export function skipReason(name: string): string | null {
  if (name.startsWith('.')) return 'a dot file'
  if (name.toLowerCase() === 'readme.md') return 'README.md'
  if (name === 'actors.yaml') return 'actors.yaml'
  return formatOfName(name) === null ? unreadName(name) : null
}

/** Lists a folder with everything below it. Links are followed; one that leads back is a problem. */
export async function listFolder(folder: string): Promise<FolderListing> {
  const files: string[] = []
  const skipped: NotRead[] = []
  const problems: NotRead[] = []
  const seen = new Set<string>()
  let complete = true

  /** @param above the real paths of the folders that lead here */
  async function walk(path: string, above: string[]): Promise<void> {
    try {
      const full = join(folder, path)
      const real = await realpath(full)
      if (above.includes(real)) {
        problems.push({ path, reason: 'is a link to a folder above it: remove the link' })
      } else if (seen.has(real)) {
        skipped.push({ path, reason: 'a link to a folder that is read already' })
      } else {
        seen.add(real)
        const names = await readdir(full)
        for (const name of names.sort(byCodeUnits)) await visit(path, name, [...above, real])
      }
    } catch (error) {
      complete = false
      problems.push({ path, reason: fileReason(error) })
    }
  }

  async function visit(parent: string, name: string, above: string[]): Promise<void> {
    const path = parent === '' ? name : `${parent}/${name}`
    if (name.startsWith('.')) {
      skipped.push({ path, reason: 'a dot file' })
      return
    }
    const found = await statOf(join(folder, path))
    if ('reason' in found) {
      if (!found.gone) complete = false
      problems.push({ path, reason: found.reason })
    } else if (found.isDirectory()) {
      await walk(path, above)
    } else {
      const reason = found.isFile() ? skipReason(name) : 'not a regular file'
      if (reason === null) files.push(path)
      else skipped.push({ path, reason })
    }
  }

  await walk('', [])
  return { files: files.sort(byCodeUnits), skipped, problems, complete }
}

async function statOf(path: string): Promise<Stats | { reason: string; gone: boolean }> {
  try {
    return await stat(path)
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { reason: gone ? 'is a link to nothing: remove the link' : fileReason(error), gone }
  }
}

/** The same order on every machine, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
