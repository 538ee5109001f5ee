import { createHash } from 'node:crypto'
import type { Entry } from '#schema/entry'
import { derivedFields, ENTRY_FIELDS, type EntryRecord } from '#schema/record'
import type { DraftEntry } from '../parsed.ts'
import { canonicalJson } from './canonical.ts'

/** A record before it is known in which corpus versions its entry came and changed. */
export type DraftRecord = Omit<EntryRecord, 'addedIn' | 'changedIn'>

/** What the engine stores for an entry, with the digest that tells whether it needs a push. */
export function draftRecord({ entry, margin }: DraftEntry): DraftRecord {
  const record = { ...entry, margin, ...derivedFields(entry, margin) }
  return { ...record, fingerprint: fingerprintOf(record) }
}

/** Digest of everything in a record but its corpus versions. */
export function fingerprintOf(record: Omit<DraftRecord, 'fingerprint'>): string {
  const { fingerprint: _, ...rest } = record as DraftRecord
  return createHash('sha256').update(canonicalJson(rest)).digest('base64url')
}

/** An entry's own fields in the order in which it is given to readers; in a dry run, unversioned. */
export function entryOf<T extends Partial<Entry>>(record: T): Partial<Entry> {
  const entries = ENTRY_FIELDS.filter((field) => field in record).map((field) => [
    field,
    record[field],
  ])
  return Object.fromEntries(entries)
}
