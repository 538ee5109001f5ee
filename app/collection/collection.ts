import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { cache } from 'react'
import { hasBundled } from '#search/server/bundled'
import { engineClient } from '#search/server/engine'
import { logged } from '#search/server/logged'
import { isAsShipped } from './as-shipped'
import { type Collection, NO_COLLECTION, readCollectionYaml } from './collection-yaml'

const FILE = path.join('data', 'collection.yaml')
/** No page waits longer for a title. */
const DEADLINE_MS = 500

type File = { collection: Collection; asShipped: boolean }

const NO_FILE: File = { collection: NO_COLLECTION, asShipped: false }

let known: { changed: number; file: File } | null = null
let wasBundled = false

/**
 * What the owner says of the collection: `data/collection.yaml`, read again when it changed. As it is shipped
 * the file speaks of the bundled collection, so that it says nothing once others took its place. Problems
 * of the file are written to the server's log, once for each change.
 */
export async function collectionOf(): Promise<Collection> {
  const { collection, asShipped } = await fileOf()
  return !asShipped || (await isBundledThere()) ? collection : NO_COLLECTION
}

/** The owner's colours; asks nobody but the file, for the whole page waits for them. */
export async function accentOf(): Promise<Collection['accent']> {
  return (await fileOf()).collection.accent
}

/** Once for a page, however often it asks; while the engine does not answer, what it said last. */
const isBundledThere = cache(async (): Promise<boolean> => {
  wasBundled = (await hasBundled(engineClient(DEADLINE_MS)).catch(logged)) ?? wasBundled
  return wasBundled
})

async function fileOf(): Promise<File> {
  const file = path.join(process.cwd(), FILE)
  const changed = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
  if (changed === null) return NO_FILE
  if (known?.changed === changed) return known.file
  const text = await readFile(file, 'utf8').catch(() => '')
  const collection = readCollectionYaml(text, (line, message) =>
    console.warn(`${FILE}:${line}: ${message}`),
  )
  known = { changed, file: { collection, asShipped: isAsShipped(text) } }
  return known.file
}
