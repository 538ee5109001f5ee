import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A test collection in a simple form, in one folder:
 *
 *     documents.jsonl   {"id": "…", "text": "…", "title": "…"?}     also corpus.jsonl, and _id for id
 *     queries.jsonl     {"id": "…", "text": "…", "type": "…"?}      also query for text
 *     qrels             TREC: query 0 document grade               also qrels.txt, qrels.tsv, qrels/test.tsv
 *
 * Without documents the bundled collection is meant, and its entries' ids.
 */
export type Collection = {
  name: string
  /** Null for the bundled collection. */
  documents: Document[] | null
  queries: Query[]
  /** By query id: document id → grade above 0. */
  judgements: Map<string, Map<string, number>>
}

export type Document = { id: string; text: string }
export type Query = { id: string; text: string; type: string }

/** @throws Error in one clear line */
export function readCollection(folder: string): Collection {
  const queriesFile = found(folder, ['queries.jsonl'])
  const qrelsFile = found(folder, ['qrels', 'qrels.txt', 'qrels.tsv', 'qrels/test.tsv'])
  if (queriesFile === null) throw new Error(`${folder}: there is no queries.jsonl`)
  if (qrelsFile === null) throw new Error(`${folder}: there is no file qrels`)
  const documentsFile = found(folder, ['documents.jsonl', 'corpus.jsonl'])
  const judgements = readJudgements(qrelsFile)
  return {
    name: path.basename(path.resolve(folder)),
    documents: documentsFile === null ? null : jsonLines(documentsFile).map(documentOf),
    queries: jsonLines(queriesFile)
      .map(queryOf)
      .filter(({ id }) => judgements.has(id)),
    judgements,
  }
}

const found = (folder: string, names: string[]): string | null =>
  names.map((name) => path.join(folder, name)).find((file) => existsSync(file) && isFile(file)) ??
  null

const isFile = (file: string): boolean => {
  try {
    readFileSync(file)
    return true
  } catch {
    return false
  }
}

type Row = { file: string; line: number; fields: Record<string, unknown> }

function jsonLines(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return []
    try {
      return [{ file, line: index + 1, fields: JSON.parse(text) as Record<string, unknown> }]
    } catch {
      throw new Error(`${file}:${index + 1}: is not JSON`)
    }
  })
}

function text({ file, line, fields }: Row, names: string[]): string {
  const value = names.map((name) => fields[name]).find((one) => one !== undefined && one !== null)
  if (value === undefined) throw new Error(`${file}:${line}: has no ${names.join(' or ')}`)
  return String(value)
}

function documentOf(row: Row): Document {
  const title = typeof row.fields.title === 'string' ? row.fields.title.trim() : ''
  const body = text(row, ['text', 'body', 'content'])
  return { id: text(row, ['id', '_id']), text: title === '' ? body : `${title}\n${body}` }
}

const queryOf = (row: Row): Query => ({
  id: text(row, ['id', '_id']),
  text: text(row, ['text', 'query']),
  type: typeof row.fields.type === 'string' ? row.fields.type : '',
})

/** TREC's four columns, or three with a header line as in a table of values separated by tabs. */
function readJudgements(file: string): Collection['judgements'] {
  const judgements: Collection['judgements'] = new Map()
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    const columns = line.trim().split(/\s+/)
    if (line.trim() === '' || (index === 0 && Number.isNaN(Number(columns.at(-1))))) continue
    const [query, document] = columns.length === 3 ? columns : [columns[0], columns[2]]
    const grade = Number(columns.at(-1))
    if (query === undefined || document === undefined || Number.isNaN(grade)) {
      throw new Error(`${file}:${index + 1}: is not "query 0 document grade"`)
    }
    if (grade <= 0) continue
    const judged = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, judged.set(document, grade))
  }
  return judgements
}
