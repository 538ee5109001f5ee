/** What several measurements share: records as the indexer pushes them, and a process's processor time. */
import { readFileSync } from 'node:fs'
import { EMPTY_AUTHORITY } from '../indexer/actors/authority.ts'
import { parseDocument } from '../indexer/parse.ts'
import { draftRecord } from '../indexer/push/records.ts'
import { rows } from './large-files.mjs'

const TICKS_PER_SECOND = 100

/** So many records as lines of JSON, without vectors. */
export async function madeRecords(count) {
  const text = [...rows(1, count)].map((row) => JSON.stringify(row)).join('\n')
  const source = { id: 'rows', source: 'rows.jsonl', format: 'jsonl', text }
  const { entries: chunks } = await parseDocument(source, EMPTY_AUTHORITY)
  const lines = []
  for await (const chunk of chunks) {
    for (const entry of chunk)
      lines.push(JSON.stringify({ ...draftRecord(entry), addedIn: 1, changedIn: 1 }))
  }
  return lines
}

/** Seconds of processor time, user and system, that a process has used (Linux). */
export function processorOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
