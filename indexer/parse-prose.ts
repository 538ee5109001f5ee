import type { Actor, DocumentRef } from '#schema/entry'
import type { Authority } from './actors/authority.ts'
import { besideGiven, GivenNames, onlyPlace } from './actors/given-names.ts'
import { DocumentActors } from './actors/recognise.ts'
import { DistinctFindings } from './findings.ts'
import { type Described, EntryNumbering } from './numbering.ts'
import type { DraftEntry, ParsedDocument, Source } from './parsed.ts'
import type { OpenProse } from './read/read.ts'
import type { RestCollector } from './rest.ts'
import { attributionReader } from './split/attribution.ts'
import { contradictionsIn, TimelineOrder } from './split/contradictions.ts'
import { surveyDates } from './split/date-forms.ts'
import { type DatedPiece, datePieces } from './split/dating.ts'
import { split } from './split/split.ts'
import type { Keep, Parts } from './stages.ts'
import { mergedActors } from './table/actors.ts'

/**
 * Prose becomes entries, part by part. What has to be known of all of it (how its dates are written,
 * how wide it is wrapped, its title, whether days head it) is gathered by reading it before.
 *
 * @param keep for what is read more than once
 */
export async function parseProse(
  source: Pick<Source, 'id' | 'source'>,
  { lines, read }: OpenProse,
  authority: Authority,
  { keep, rest }: { keep: Keep; rest: RestCollector },
): Promise<ParsedDocument> {
  const { dates, forms } = await surveyDates(lines)
  const reading = await read(forms, keep)
  const readAttribution = attributionReader(dates, authority)
  const found = new Findings()
  for (const finding of reading.findings ?? []) found.dating.add(finding)
  rest.break(reading.broken ?? [])
  const { title, pieces } = await split(reading, source.source, dates, { readAttribution, keep })
  const dated = await datePieces(pieces, dates, ({ reason, text }, { line }) => {
    found.dating.add({ message: reason, line, text })
  })
  const document: DocumentRef = { id: source.id, title, source: source.source }
  const given = new GivenNames(reading.names ?? [], authority)
  const recognition = new DocumentActors(authority)
  const numbering = new EntryNumbering(document)
  async function* entries(): AsyncGenerator<DraftEntry[]> {
    for await (const batch of inBatches(dated, rest)) {
      for (const piece of batch) found.look(piece)
      const actors = recognition.recognise(batch.map(passageOf))
      for (let from = 0; from < batch.length; from += CHUNK) {
        const some = batch.slice(from, from + CHUNK)
        yield numbering.number(
          some.map((piece, index) => describedPiece(piece, actors[from + index] ?? [], given)),
        )
      }
    }
    found.tell(rest)
  }
  return { document, entries: entries(), rest: () => rest.rest }
}

/** Entries that are handed on at once. */
const CHUNK = 1_000

/** What is uncertain, in the order in which a report tells it. */
class Findings {
  readonly dating = new DistinctFindings()
  readonly #contradictions = new DistinctFindings()
  readonly #order = new TimelineOrder()

  look({ piece: { line, section }, kind, date, mentions }: DatedPiece): void {
    const day = kind === 'timeline' ? (section?.under ?? null) : null
    const under = day === null ? null : { name: section?.name ?? '', date: day }
    for (const { reason, text } of contradictionsIn({ date, mentions, under })) {
      this.#contradictions.add({ message: reason, line, text })
    }
    if (kind === 'timeline') this.#order.add(date, line)
  }

  tell(rest: RestCollector): void {
    const order = new DistinctFindings()
    for (const { reason, line, text } of this.#order.breaks()) {
      order.add({ message: reason, line, text })
    }
    for (const { found } of [this.dating, this.#contradictions, order]) rest.find(found)
  }
}

/** Names are understood by all entries before and by those of one batch. */
const MOST_PIECES = 5_000
const MOST_CHARACTERS = 2_000_000

/** The pieces in batches of one size, however they come. */
async function* inBatches(
  parts: Parts<DatedPiece>,
  rest: RestCollector,
): AsyncGenerator<DatedPiece[]> {
  let batch: DatedPiece[] = []
  let characters = 0
  for await (const { items, leftOut } of parts()) {
    rest.leave(leftOut)
    for (const piece of items) {
      batch.push(piece)
      characters += piece.text.length
      if (batch.length < MOST_PIECES && characters < MOST_CHARACTERS) continue
      yield batch
      batch = []
      characters = 0
    }
  }
  if (batch.length > 0) yield batch
}

const passageOf = ({ piece: { attribution }, text }: DatedPiece) => ({
  text,
  attribution: attribution?.lines.join('\n') ?? null,
  place: attribution?.place ?? null,
})

function describedPiece(
  { piece, kind, text, margin, date, mentions }: DatedPiece,
  recognised: Actor[],
  given: GivenNames,
): Described {
  const names = given.of(text, margin, piece.line)
  return {
    kind,
    text,
    margin,
    section: piece.section?.name ?? null,
    place: piece.attribution?.place ?? onlyPlace(names),
    date,
    mentions,
    actors: mergedActors(names.actors, besideGiven(recognised, names)),
  }
}
