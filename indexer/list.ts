import { createClient } from '#engine/client'
import { KINDS, type Kind } from '#schema/entry'
import type { DocumentRecord } from '#schema/indexes'
import type { Context } from './context.ts'
import { printable } from './errors.ts'
import { readCollection } from './push/stored.ts'
import { byCodeUnits } from './source/folder.ts'

/** The documents of the collection, by id. @throws EngineError */
export async function listDocuments(context: Context): Promise<DocumentRecord[]> {
  const session = await context.connect()
  try {
    const client = createClient({ host: session.host, apiKey: session.masterKey })
    const { documents } = await readCollection(client)
    return [...documents.values()].sort((a, b) => byCodeUnits(a.document.id, b.document.id))
  } finally {
    await session.stop()
  }
}

/**
 * One line for each document: id, title, entries by kind, source; a tab between two of them.
 *
 * @param align fills up the columns with spaces, for people
 */
export function formatList(documents: DocumentRecord[], align: boolean): string {
  const rows = documents.map(({ document: { id, title, source }, entries }) =>
    [id, title, countsByKind(entries), source].map(printable),
  )
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const fill = (cell: string, column: number) => (align ? cell.padEnd(widths[column] ?? 0) : cell)
  return rows.map((row) => `${row.map(fill).join('\t')}\n`).join('')
}

const countsByKind = (entries: Record<Kind, number>): string =>
  KINDS.map((kind) => `${entries[kind]} ${kind}`).join(', ')
