import type { Actor, DocumentRef } from '#schema/entry'
import type { Authority } from './actors/authority.ts'
import { besideGiven, GivenNames } from './actors/given-names.ts'
import { DocumentActors } from './actors/recognise.ts'
import { documentContext } from './dates/context.ts'
import { SourceError } from './errors.ts'
import { distinct } from './findings.ts'
import { type Described, EntryNumbering } from './numbering.ts'
import {
  type DraftEntry,
  type Finding,
  inOneChunk,
  type ParsedDocument,
  type Pieces,
  type Source,
  type WholeDocument,
} from './parsed.ts'
import { type OpenText, openProse } from './read/read.ts'
import { RestCollector } from './rest.ts'
import { attributionReader } from './split/attribution.ts'
import { dateForms } from './split/date-forms.ts'
import { type DatedPiece, datePieces } from './split/dating.ts'
import { type Piece, split } from './split/split.ts'
import { nameOf } from './split/title.ts'
import { givenActors, mergedActors } from './table/actors.ts'
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
  if ('pieces' in source) throw new SourceError('is too large')
  return inOneChunk(parseProse(source, await openProse(source), authority))
}

function piecesOf(source: Source): Pieces {
  if ('pieces' in source) return source.pieces
  return async function* () {
    if ('text' in source) yield source.text
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
  async function* entries(): AsyncGenerator<DraftEntry[]> {
    for await (const chunk of inChunks(datedRows(format, pieces, map, rest))) {
      const actors = recognition.recognise(chunk.map(({ text }) => ({ text, attribution: null })))
      yield numbering.number(
        chunk.map((row, index) => describedRow(row, actors[index] ?? [], authority)),
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
  { line: _, actors, ...row }: DatedRow,
  recognised: Actor[],
  authority: Authority,
): Described {
  return {
    ...row,
    kind: row.date === null ? 'paragraph' : 'timeline',
    actors: mergedActors(givenActors(actors, authority), recognised),
  }
}

function parseProse(
  source: Pick<Source, 'id' | 'source'>,
  { lines, read }: OpenText,
  authority: Authority,
): WholeDocument {
  const dates = documentContext(lines)
  const findings: Finding[] = []

  const reading = read(dateForms(lines, dates))
  findings.push(...(reading.findings ?? []))
  const { title, pieces, leftOut } = split(
    reading,
    source.source,
    dates,
    attributionReader(dates, authority),
  )
  const dated = datePieces(pieces, dates, ({ reason, text }, { line }) => {
    findings.push({ message: reason, line, text })
  })
  const document: DocumentRef = { id: source.id, title, source: source.source }
  const actors = new DocumentActors(authority).recognise(
    dated.map(({ piece, text }) => ({
      text,
      attribution: attributionOf(piece),
      place: piece.attribution?.place ?? null,
    })),
  )
  const given = new GivenNames(reading.names ?? [], authority)
  const entries = new EntryNumbering(document).number(
    dated.map((dated, index) => {
      const { text, margin, piece } = dated
      const names = given.of(text, margin, piece.line)
      return described(dated, mergedActors(names, besideGiven(actors[index] ?? [], names)))
    }),
  )
  const rest = new RestCollector()
  rest.leave(leftOut)
  rest.find(distinct(findings))
  rest.break(reading.broken ?? [])
  return { document, entries, ...rest.rest }
}

const attributionOf = ({ attribution }: Piece): string | null =>
  attribution?.lines.join('\n') ?? null

function described(
  { piece, kind, text, margin, date, mentions }: DatedPiece,
  actors: Actor[],
): Described {
  return {
    kind,
    text,
    margin,
    section: piece.section?.name ?? null,
    place: piece.attribution?.place ?? null,
    date,
    mentions,
    actors,
  }
}
