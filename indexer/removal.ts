import type { DocumentRecord } from '#schema/indexes'
import type { Listing } from './source/list.ts'

/**
 * Ids of the documents that a run takes out of the collection: with `replace` all that are not among
 * its sources, else those of its folders whose files are gone. A document that is still there but
 * could not be read this time stays as it was, and so does one of a source that could not be listed.
 *
 * @param read ids of the documents that were read
 */
export function removedDocuments(
  stored: Iterable<DocumentRecord>,
  { roots }: Listing,
  read: ReadonlySet<string>,
  replace: boolean,
): string[] {
  const rootOf = new Map(
    roots.flatMap(({ key, documents }) => documents.map(({ id }) => [id, key])),
  )
  const incomplete = new Set(roots.filter(({ complete }) => !complete).map(({ key }) => key))
  const folders = new Set(roots.filter(({ kind }) => kind === 'folder').map(({ key }) => key))
  return [...stored]
    .filter(({ root }) => !incomplete.has(root) && (replace || folders.has(root)))
    .filter(({ document: { id }, root }) => !read.has(id) && rootOf.get(id) !== root)
    .map(({ document }) => document.id)
}
