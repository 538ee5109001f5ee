import { basename, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { byCodeUnits, type NotRead, skipReason } from './folder.ts'
import { slashed } from './root.ts'

export type GlobListing = {
  /** The pattern's fixed part, absolute: paths and document ids are relative to it. */
  folder: string
  /** The same as the user wrote it. */
  shown: string
  files: string[]
  skipped: NotRead[]
}

/** The files that a pattern matches, sorted; what a folder would leave alone is left alone here too. */
export async function listGlob(pattern: string, cwd: string): Promise<GlobListing> {
  const { fixed, rest } = parted(slashed(pattern))
  const folder = resolve(cwd, fixed)
  const found = await glob(rest, { cwd: folder, expandDirectories: false, onlyFiles: true })
  const judged = found
    .map(slashed)
    .sort(byCodeUnits)
    .map((path) => ({ path, reason: skipReason(basename(path)) }))
  return {
    folder,
    shown: fixed,
    files: judged.filter(({ reason }) => reason === null).map(({ path }) => path),
    skipped: judged.flatMap(({ path, reason }) => (reason === null ? [] : [{ path, reason }])),
  }
}

/** `notes/2024/*.md` → `notes/2024` and `*.md`. */
function parted(pattern: string): { fixed: string; rest: string } {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => isDynamicPattern(part))
  const fixed = parts.slice(0, first).join('/')
  return {
    fixed: fixed === '' && pattern.startsWith('/') ? '/' : fixed,
    rest: parts.slice(first).join('/'),
  }
}
