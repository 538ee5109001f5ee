import type { EntryRecord } from '#schema/record'
import { type DraftRecord, fingerprintOf } from './records.ts'

/** The fields of an entry that tell whether it needs a push. */
export const STORED_FIELDS = ['id', 'position', 'fingerprint', 'addedIn', 'changedIn'] as const

/** What the collection knows of an entry that it holds. */
export type StoredEntry = Pick<EntryRecord, (typeof STORED_FIELDS)[number]>

/** How the entries of a document, or of a run, differ from those that the collection held before. */
export type Changes = {
  added: number
  changed: number
  /** The same entry at another place of its document: pushed, but not said to have changed. */
  moved: number
  removed: number
  unchanged: number
}

export const noChanges = (): Changes => ({
  added: 0,
  changed: 0,
  moved: 0,
  removed: 0,
  unchanged: 0,
})

export function addChanges(sum: Changes, more: Changes): void {
  for (const [name, count] of Object.entries(more)) sum[name as keyof Changes] += count
}

export type ChunkDiff = {
  /** Every entry of the chunk, in its order. */
  records: EntryRecord[]
  /** Those of them that have to be pushed. */
  upserts: EntryRecord[]
  changes: Changes
}

/**
 * What has to be pushed so that the collection holds these entries of a document.
 *
 * @param stored what it holds of the document now, by id
 * @param version the corpus version that this run would make
 */
export function diffChunk(
  drafts: DraftRecord[],
  stored: ReadonlyMap<string, StoredEntry>,
  version: number,
): ChunkDiff {
  const changes = noChanges()
  const records: EntryRecord[] = []
  const upserts: EntryRecord[] = []
  for (const draft of drafts) {
    const before = stored.get(draft.id)
    const outcome = before ? compare(draft, before) : 'added'
    const keepsVersion = outcome === 'unchanged' || outcome === 'moved'
    const addedIn = before?.addedIn ?? version
    const changedIn = (keepsVersion && before?.changedIn) || version
    const record: EntryRecord = { ...draft, addedIn, changedIn }
    records.push(record)
    if (outcome !== 'unchanged') upserts.push(record)
    changes[outcome]++
  }
  return { records, upserts, changes }
}

/** An insertion moves every entry behind it: that alone does not make them changed. */
function compare(draft: DraftRecord, before: StoredEntry): 'unchanged' | 'moved' | 'changed' {
  if (draft.fingerprint === before.fingerprint) return 'unchanged'
  const atItsOldPlace = fingerprintOf({ ...draft, position: before.position })
  return atItsOldPlace === before.fingerprint ? 'moved' : 'changed'
}
