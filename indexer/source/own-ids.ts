import { slugWithExtension } from '../ids.ts'
import type { Planned, Problem, Root } from './list.ts'

/**
 * Two documents of one id cannot both be in the collection. Of `report.pdf` and `report.txt` the first by
 * name keeps the id and the other gets one with its extension, in whatever order they are given. Where
 * that is no id of its own either, the document is left out.
 */
export function settleIds(roots: Root[], problems: Problem[]): void {
  const all = roots.flatMap(({ documents }) => documents)
  const keepers = new Map<string, Planned>()
  for (const document of all) {
    const first = keepers.get(document.id)
    if (first === undefined || document.source < first.source) keepers.set(document.id, document)
  }
  const others = all.filter((document) => keepers.get(document.id)?.source !== document.source)
  for (const document of others.sort((a, b) => (a.source < b.source ? -1 : 1))) {
    const id = slugWithExtension(document.source)
    const taken = keepers.get(id)
    if (taken !== undefined && !isSamePlace(taken, document)) continue
    document.id = id
    keepers.set(id, document)
  }
  leaveOutDoubles(roots, problems)
}

function leaveOutDoubles(roots: Root[], problems: Problem[]): void {
  const byId = new Map<string, Planned>()
  for (const root of roots) {
    root.documents = root.documents.filter((document) => {
      const first = byId.get(document.id)
      if (first === undefined) byId.set(document.id, document)
      else if (!isSamePlace(first, document)) {
        const reason = `has the same document id as ${first.shown} (${document.id}): rename one of them`
        problems.push({ source: document.shown, reason })
      }
      return first === undefined
    })
  }
}

function isSamePlace({ from: a }: Planned, { from: b }: Planned): boolean {
  if ('path' in a) return 'path' in b && a.path === b.path
  return 'address' in b && a.address === b.address
}
