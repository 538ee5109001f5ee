import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { fileReason } from '../errors.ts'
import { documentSlug } from '../ids.ts'
import { listFolder, type NotRead } from './folder.ts'
import { ACCEPTED, type Format, formatOfName } from './formats.ts'
import { listGlob } from './glob.ts'
import { settleIds } from './own-ids.ts'
import { rootKey } from './root.ts'

/** A document to read, with its place in the collection settled. */
export type Planned = {
  id: string
  /** As the entries carry it: an address, or a path relative to the source given. */
  source: string
  /** As the user knows it: what a line about it begins with. */
  shown: string
  from: { path: string; format: Format } | { address: string }
}

export type Problem = { source: string; reason: string }

/** One source of the command line. */
export type Root = {
  /** How the collection remembers it, see `rootKey`. */
  key: string
  kind: 'file' | 'folder' | 'glob' | 'address'
  shown: string
  documents: Planned[]
  skipped: Problem[]
  /** True when every document of it is listed: what is not listed is gone. */
  complete: boolean
}

export type Listing = { roots: Root[]; problems: Problem[] }

type Place = { cwd: string; project: string }

/** The documents of the sources in their order, each source's sorted by path. Reads no document. */
export async function listSources(sources: string[], place: Place): Promise<Listing> {
  const problems: Problem[] = []
  const roots: Root[] = []
  for (const source of sources) roots.push(await listSource(source, place, problems))
  settleIds(roots, problems)
  return { roots, problems }
}

async function listSource(source: string, place: Place, problems: Problem[]): Promise<Root> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return listAddress(source, problems)
  const path = resolve(place.cwd, source)
  const root = { key: rootKey(path, place.project), shown: source, skipped: [], complete: false }
  try {
    const found = await stat(path)
    if (found.isDirectory()) return await folderRoot(root, path, problems)
    const documents = listFile(source, path, found.isFile(), problems)
    return { ...root, kind: 'file', documents, complete: documents.length > 0 }
  } catch (error) {
    if (isDynamicPattern(source)) return await globRoot(root, source, place, problems)
    problems.push({ source, reason: fileReason(error) })
    return { ...root, kind: 'file', documents: [] }
  }
}

function listFile(shown: string, path: string, isFile: boolean, problems: Problem[]): Planned[] {
  const format = formatOfName(path)
  if (isFile && format !== null) return [planned(basename(path), shown, { path, format })]
  const reason = isFile ? `is not a format that is read (${ACCEPTED})` : 'is not a regular file'
  problems.push({ source: shown, reason })
  return []
}

type Draft = Omit<Root, 'kind' | 'documents'>

async function folderRoot(root: Draft, folder: string, problems: Problem[]): Promise<Root> {
  const listing = await listFolder(folder)
  const shownBelow = ({ path, reason }: NotRead) => ({ source: below(root.shown, path), reason })
  problems.push(...listing.problems.map(shownBelow))
  return {
    ...root,
    kind: 'folder',
    documents: filesBelow(folder, root.shown, listing.files),
    skipped: listing.skipped.map(shownBelow),
    complete: listing.complete,
  }
}

async function globRoot(
  root: Draft,
  pattern: string,
  { cwd }: Place,
  problems: Problem[],
): Promise<Root> {
  const { folder, shown, files, skipped } = await listGlob(pattern, cwd)
  if (files.length === 0) {
    const reason = `matches no file that is read (${ACCEPTED}): check the pattern`
    problems.push({ source: pattern, reason })
  }
  return {
    ...root,
    kind: 'glob',
    documents: filesBelow(folder, shown, files),
    skipped: skipped.map(({ path, reason }) => ({ source: below(shown, path), reason })),
    complete: files.length > 0,
  }
}

function filesBelow(folder: string, shown: string, paths: string[]): Planned[] {
  return paths.flatMap((path) => {
    const format = formatOfName(path)
    if (format === null) return []
    return [planned(path, below(shown, path), { path: join(folder, path), format })]
  })
}

function listAddress(source: string, problems: Problem[]): Root {
  const root = { kind: 'address' as const, shown: source, skipped: [], complete: false }
  const problem = addressProblem(source)
  if (problem !== null) {
    problems.push({ source, reason: problem })
    return { ...root, key: source, documents: [] }
  }
  const url = new URL(source)
  url.hash = ''
  const documents = [planned(url.href, source, { address: url.href })]
  return { ...root, key: url.href, documents, complete: true }
}

function addressProblem(source: string): string | null {
  if (!URL.canParse(source)) return 'is not a valid address: check it'
  const { protocol, username, password } = new URL(source)
  if (!/^https?:$/.test(protocol)) return 'is not read: only http and https addresses are'
  // It would stand in every entry's source.
  if (username || password) return 'holds a user name or password: leave it out'
  return null
}

function planned(source: string, shown: string, from: Planned['from']): Planned {
  return { id: documentSlug(source), source, shown, from }
}

const below = (shown: string, path: string): string =>
  path === '' ? shown : `${shown.replace(/\/+$/, '')}${shown === '' ? '' : '/'}${path}`
