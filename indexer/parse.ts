import type { DocumentRef, ParsedEntry } from '#schema/entry'
import type { Authority } from './actors/authority.ts'
import { DocumentActors } from './actors/recognise.ts'
import type { DateForms } from './blocks.ts'
import { type DateContext, documentContext } from './dates/context.ts'
import { wholeDate } from './dates/whole.ts'
import { entryId, normalised } from './ids.ts'
import {
  type DraftEntry,
  type Finding,
  inOneChunk,
  type ParsedDocument,
  type Source,
  type SourceText,
  type WholeDocument,
} from './parsed.ts'
import { type OpenText, openProse } from './read/read.ts'
import { attributionReader } from './split/attribution.ts'
import type { DocumentDates } from './split/date-of.ts'
import { type DatedPiece, datePieces } from './split/dating.ts'
import { lineLead } from './split/line-lead.ts'
import { split } from './split/split.ts'
import { nameOf } from './split/title.ts'
import { givenActors, mergedActors } from './table/actors.ts'
import type { ColumnMap } from './table/columns.ts'
import { datedRows, isTable, type TableFormat } from './table/rows.ts'

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
  if (isTable(source.format) && 'text' in source) {
    return inOneChunk(parseTable(source, source.format, authority, map))
  }
  return inOneChunk(parseProse(source, await openProse(source), authority))
}

function parseTable(
  { id, source, text }: SourceText,
  format: TableFormat,
  authority: Authority,
  map: ColumnMap,
): WholeDocument {
  const { rows, leftOut, findings, broken } = datedRows(format, text, map)
  const document: DocumentRef = { id, title: nameOf(source), source }
  const recogniser = new DocumentActors(authority)
  const described = rows.map(({ line: _, actors, ...row }): Described => {
    const recognised = recogniser.recognise(row.text, null)
    return {
      ...row,
      kind: row.date === null ? 'paragraph' : 'timeline',
      actors: mergedActors(givenActors(actors, authority), recognised),
    }
  })
  return {
    document,
    entries: withIds(described, document),
    leftOut,
    findings: distinct(findings),
    broken,
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
  const actors = new DocumentActors(authority)
  const entries = withIds(
    dated.map((piece) => described(piece, actors)),
    document,
  )

  return { document, entries, leftOut, findings: distinct(findings), broken: [] }
}

/** Whether lines look like dates, with whatever year and month the headings may give them. */
function dateForms(lines: string[], dates: DocumentDates): DateForms {
  const year: DateContext = { ...dates, anchor: { year: 2000, month: null }, hint: 'timeline' }
  const hasMonths = lines.some((line) => isMonth(line, year))
  // "1. Policy" begins with a day only where a heading names the month.
  const context: DateContext = hasMonths ? { ...year, anchor: { year: 2000, month: 1 } } : year
  return {
    isDate: (line) => line.length <= LONGEST_DATE && wholeDate(line, context) !== null,
    startsWithDate: (line) => lineLead(line, context) !== null,
  }
}

const LONGEST_DATE = 80

function isMonth(line: string, context: DateContext): boolean {
  return line.length <= LONGEST_DATE && wholeDate(line, context)?.precision === 'month'
}

/** An entry but for its place in the document. */
type Described = Omit<ParsedEntry, 'id' | 'document' | 'position'> & { margin: string }

function described(
  { piece, kind, text, margin, date, mentions }: DatedPiece,
  actors: DocumentActors,
): Described {
  const attribution = piece.attribution?.lines.join('\n') ?? null
  return {
    kind,
    text,
    margin,
    section: piece.section?.name ?? null,
    place: piece.attribution?.place ?? null,
    date,
    mentions,
    actors: actors.recognise(text, attribution),
  }
}

function withIds(described: Described[], document: DocumentRef): DraftEntry[] {
  const occurrences = new Map<string, number>()
  return described.map(({ margin, ...given }, position) => {
    const { kind, text, section, place, date, mentions, actors } = given
    const key = normalised(text)
    const occurrence = (occurrences.get(key) ?? 0) + 1
    occurrences.set(key, occurrence)
    const id = entryId(document.id, text, occurrence)
    return {
      entry: { id, kind, text, document, section, position, place, date, mentions, actors },
      margin,
    }
  })
}

function distinct(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ message, line, text }) => {
    const key = `${line} ${text} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
