import 'server-only'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Collection, NO_COLLECTION, readCollectionYaml } from './collection-yaml'

const FILE = path.join('data', 'collection.yaml')

let known: { changed: number; collection: Collection } | null = null

/**
 * What the owner says of the collection: `data/collection.yaml`, read again when it changed. Problems of
 * the file are written to the server's log, once for each change.
 */
export async function collectionOf(): Promise<Collection> {
  const file = path.join(process.cwd(), FILE)
  const changed = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  )
  if (changed === null) return NO_COLLECTION
  if (known?.changed === changed) return known.collection
  const text = await readFile(file, 'utf8').catch(() => '')
  const collection = readCollectionYaml(text, (line, message) =>
    console.warn(`${FILE}:${line}: ${message}`),
  )
  known = { changed, collection }
  return collection
}
