import type { Actor, DocumentRef } from '#schema/entry'
import type { Authority } from './actors/authority.ts'
import { DocumentActors } from './actors/recognise.ts'
import { SourceError } from './errors.ts'
import { type Described, EntryNumbering } from './numbering.ts'
import { parseProse } from './parse-prose.ts'
import type { DraftEntry, ParsedDocument, Pieces, Source } from './parsed.ts'
import { isLineFormat, openLines, openWhole } from './read/read.ts'
import { RestCollector } from './rest.ts'
import { lineBatches } from './source/lines.ts'
import { nameOf } from './split/title.ts'
import { kept, type Parts, readAgain } from './stages.ts'
import { ColumnActors, mergedActors } from './table/actors.ts'
import type { ColumnMap } from './table/columns.ts'
import { type DatedRow, datedRows, isTable, type TableFormat } from './table/rows.ts'

/**
 * A document becomes entries:
 *
 *     prose  read → blocks → split → date ┐
 *     table  read → rows → date ──────────┴→ recognise actors → ids
 *
 * @param map the columns of a table that the command line names
 * @throws SourceError for a text that is not what its format says
 */
export async function parseDocument(
  source: Source,
  authority: Authority,
  map: ColumnMap = {},
): Promise<ParsedDocument> {
  if (isTable(source.format)) {
    return parseTable(source, source.format, piecesOf(source), authority, map)
  }
  const rest = new RestCollector('by line')
  if (isLineFormat(source.format)) {
    const onTooLong = (line: number, reason: string) => rest.break([{ line, reason }])
    const lines = linesOf(piecesOf(source), onTooLong)
    const isSmall = !('pieces' in source) || source.isSmall === true
    const keep = isSmall ? kept : readAgain
    return parseProse(source, openLines(lines, source.format), authority, { keep, rest })
  }
  if ('pieces' in source) throw new SourceError('is too large')
  return parseProse(source, await openWhole(source), authority, { keep: kept, rest })
}

/** Sentences are looked for in all of a line: of a longer one they take more memory than there may be. */
const LONGEST_LINE = 8_000_000

/** The lines of a text as it has them; one that is too long is told of at the first reading. */
function linesOf(pieces: Pieces, onTooLong: (line: number, reason: string) => void): Parts<string> {
  let isFirst = true
  return async function* () {
    const options = { onTooLong: isFirst ? onTooLong : () => {}, longest: LONGEST_LINE }
    isFirst = false
    for await (const { lines } of lineBatches(pieces(), options))
      yield { items: lines, leftOut: [] }
  }
}

/** Characters of a text in memory that are taken at once: what comes of so few is soon garbage, and cheap. */
const PIECE = 1 << 16

function piecesOf(source: Source): Pieces {
  if ('pieces' in source) return source.pieces
  const text = 'text' in source ? source.text : ''
  return async function* () {
    for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
  }
}

function parseTable(
  source: Pick<Source, 'id' | 'source'>,
  format: TableFormat,
  pieces: Pieces,
  authority: Authority,
  map: ColumnMap,
): ParsedDocument {
  const document: DocumentRef = {
    id: source.id,
    title: nameOf(source.source),
    source: source.source,
  }
  const rest = new RestCollector()
  const numbering = new EntryNumbering(document)
  const recognition = new DocumentActors(authority)
  const column = new ColumnActors(authority)
  async function* entries(): AsyncGenerator<DraftEntry[]> {
    for await (const chunk of inChunks(datedRows(format, pieces, map, rest))) {
      const actors = recognition.recognise(chunk.map(({ text }) => ({ text, attribution: null })))
      yield numbering.number(
        chunk.map((row, index) => describedRow(row, actors[index] ?? [], column)),
      )
    }
  }
  return { document, entries: entries(), rest: () => rest.rest }
}

/** Entries that are handed on at once. */
const CHUNK = 1_000

/** The same rows in chunks of one size: names are understood by their chunk, however the text comes. */
async function* inChunks(batches: AsyncIterable<DatedRow[]>): AsyncGenerator<DatedRow[]> {
  let rows: DatedRow[] = []
  for await (const batch of batches) {
    rows = rows.concat(batch)
    let from = 0
    for (; rows.length - from >= CHUNK; from += CHUNK) yield rows.slice(from, from + CHUNK)
    rows = rows.slice(from)
  }
  if (rows.length > 0) yield rows
}

function describedRow(
  { text, margin, date, mentions, place, section, actors }: DatedRow,
  recognised: Actor[],
  column: ColumnActors,
): Described {
  return {
    text,
    margin,
    date,
    mentions,
    place,
    section,
    kind: date === null ? 'paragraph' : 'timeline',
    actors: mergedActors(column.of(actors), recognised),
  }
}
