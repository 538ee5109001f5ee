import type { DocumentRef } from '#schema/entry'
import type { Authority } from './actors/authority.ts'
import { recogniseActors } from './actors/recognise.ts'
import type { DateForms } from './blocks.ts'
import { type DateContext, documentContext } from './dates/context.ts'
import { wholeDate } from './dates/whole.ts'
import { entryId, normalised } from './ids.ts'
import type { DraftEntry, Finding, ParsedDocument, SourceText } from './parsed.ts'
import { openText } from './read/read.ts'
import { attributionReader } from './split/attribution.ts'
import type { DocumentDates } from './split/date-of.ts'
import { type DatedPiece, datePieces } from './split/dating.ts'
import { lineLead } from './split/line-lead.ts'
import { split } from './split/split.ts'

/**
 * A text becomes entries: read → blocks → split → date → recognise actors → ids.
 *
 * @throws SourceError for a text that is not what its format says
 */
export function parseDocument(source: SourceText, authority: Authority): ParsedDocument {
  const { lines, read } = openText(source)
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
  const entries = withIds(dated, document, authority)

  return { document, entries, leftOut, findings: distinct(findings) }
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

function withIds(dated: DatedPiece[], document: DocumentRef, authority: Authority): DraftEntry[] {
  const occurrences = new Map<string, number>()
  return dated.map(({ piece, kind, text, margin, date, mentions }, position) => {
    const key = normalised(text)
    const occurrence = (occurrences.get(key) ?? 0) + 1
    occurrences.set(key, occurrence)
    const attribution = piece.attribution?.lines.join('\n') ?? null
    return {
      entry: {
        id: entryId(document.id, text, occurrence),
        kind,
        text,
        document,
        section: piece.section?.name ?? null,
        position,
        place: piece.attribution?.place ?? null,
        date,
        mentions,
        actors: recogniseActors(text, attribution, authority),
      },
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
