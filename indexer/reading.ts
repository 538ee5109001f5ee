import type { DocumentRecord } from '#schema/indexes'
import { Interrupted, OtherFormatError, SourceError, stopIfAsked } from './errors.ts'
import { parseDocument } from './parse.ts'
import type { DraftEntry, ParsedDocument, Rest } from './parsed.ts'
import type { Progress } from './report/progress.ts'
import { type DocumentReport, EntryTally, reportDocument } from './report/report.ts'
import type { LoadedAuthority } from './source/authority-file.ts'
import { type DocumentDigest, rootDigest } from './source/digest.ts'
import type { Listing, Planned, Problem, Root } from './source/list.ts'
import { readDocument } from './source/read.ts'
import type { ColumnMap } from './table/columns.ts'

export type ReadingOptions = {
  allowPrivate: boolean
  map: ColumnMap
  authority: LoadedAuthority
  progress: Progress
  signal: AbortSignal
  /** Told of each document that cannot be read. */
  onProblem: (problem: Problem) => void
  /** Given every entry that is read, in order. */
  onEntries: (entries: readonly DraftEntry[]) => void
}

type Read = {
  root: string
  report: DocumentReport
  /** False for a document that turned out to be unreadable on the way. */
  complete: boolean
}

/** A document that is being read; what it is remembered by. */
type Place = { root: string; planned: Planned; digest: DocumentDigest }

/** Nobody named each of their files. */
const MANY: ReadonlySet<Root['kind']> = new Set(['folder', 'glob'])

/** Reads and parses the listed documents one after another, and remembers of each what is small. */
export class Reading {
  readonly #listing: Listing
  readonly #options: ReadingOptions
  /** By document id, in order. */
  readonly #read = new Map<string, Read>()
  /** By root. */
  readonly #digests = new Map<string, DocumentDigest[]>()

  constructor(listing: Listing, options: ReadingOptions) {
    this.#listing = listing
    this.#options = options
  }

  /**
   * Each document must be read to its end before the next. Where its entries throw a SourceError, it
   * has been told already.
   *
   * @throws Interrupted between two documents, or two chunks of one, when the user asked to stop
   */
  async *documents(): AsyncGenerator<ParsedDocument> {
    const { progress, signal } = this.#options
    const planned = this.#listing.roots.flatMap(({ key, documents }) =>
      documents.map((document) => ({ key, document })),
    )
    for (const [index, { key, document }] of planned.entries()) {
      stopIfAsked(signal)
      progress.documents(index, planned.length, document.shown)
      const onEntries = (count: number) =>
        progress.documents(index, planned.length, `${document.shown}, ${count} entries`)
      yield* this.#document(key, document, onEntries)
    }
    progress.documents(planned.length, planned.length, '')
  }

  /** One document, or none where it cannot be read. */
  async *#document(
    root: string,
    planned: Planned,
    onEntries: (count: number) => void,
  ): AsyncGenerator<ParsedDocument> {
    const result = await readDocument(planned, this.#options)
    const digest = { source: planned.source, digest: result.digest }
    this.#digests.set(root, [...(this.#digests.get(root) ?? []), digest])
    if (!('source' in result)) {
      this.#options.onProblem({ source: planned.shown, reason: result.reason })
      return
    }
    const place = { root, planned, digest }
    try {
      const { authority, map } = this.#options
      const parsed = await parseDocument(result.source, authority.authority, map)
      yield { ...parsed, entries: this.#entries(parsed, place, onEntries) }
    } catch (error) {
      this.#unreadable(place, error)
    } finally {
      await result.close()
    }
  }

  /** A document's entries, counted; at their end, the document counts as read. */
  async *#entries(
    { document, entries, rest }: ParsedDocument,
    place: Place,
    onEntries: (count: number) => void,
  ): AsyncGenerator<DraftEntry[]> {
    const { root, planned } = place
    const tally = new EntryTally()
    const remember = (rest: Rest | null) => {
      const report = reportDocument(document, tally, rest)
      this.#read.set(document.id, { root, report, complete: rest !== null })
    }
    try {
      for await (const chunk of entries) {
        stopIfAsked(this.#options.signal)
        tally.add(chunk)
        this.#options.onEntries(chunk)
        onEntries(tally.count)
        yield chunk
      }
    } catch (error) {
      if (error instanceof Interrupted) throw error
      if (tally.count > 0) remember(null)
      throw this.#unreadable(place, error)
    }
    remember(rest())
    const { broken, counts } = rest()
    for (const { line, reason } of broken) {
      this.#options.onProblem({ source: `${planned.shown}:${line}`, reason })
    }
    const more = counts.broken - broken.length
    if (more > 0) {
      const reason = `${more.toLocaleString('en')} more places cannot be read: they are left out`
      this.#options.onProblem({ source: planned.shown, reason })
    }
  }

  /** One document that our rules cannot take must not keep the others out. */
  #unreadable({ root, planned, digest }: Place, error: unknown): SourceError {
    if (!(error instanceof SourceError) && process.env.KRONIKA_DEBUG === '1') console.error(error)
    const bug = `cannot be parsed, which is a bug of Kronika: ${(error as Error).message}`
    const failure = error instanceof SourceError ? error : new SourceError(bug)
    digest.digest = 'unreadable'
    const problem = { source: planned.shown, reason: failure.message }
    const listed = this.#listing.roots.find(({ key, kind }) => key === root && MANY.has(kind))
    if (failure instanceof OtherFormatError && listed !== undefined) listed.skipped.push(problem)
    else this.#options.onProblem(problem)
    return failure
  }

  /** Other columns of a table make other entries of it. */
  get #rulesDigest(): string {
    const { authority, map } = this.#options
    const columns = Object.entries(map).sort()
    return columns.length === 0 ? authority.digest : authority.digest + JSON.stringify(columns)
  }

  get reports(): DocumentReport[] {
    return [...this.#read.values()].map(({ report }) => report)
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#read.keys())
  }

  /**
   * The records of the documents that were read; and those of documents that could not be read again
   * to their end, which stay, with the digest of the root as it is now.
   */
  records(stored: ReadonlyMap<string, DocumentRecord>): DocumentRecord[] {
    const digests = new Map(
      [...this.#digests].map(([root, documents]) => [
        root,
        rootDigest(documents, this.#rulesDigest),
      ]),
    )
    const isRead = ({ complete, report }: Read) => complete || !stored.has(report.id)
    const read = [...this.#read.values()].filter(isRead)
    const records = read.map(({ root, report }): DocumentRecord => {
      const { id, title, source, entries } = report
      return {
        id: `document-${id}`,
        type: 'document',
        document: { id, title, source },
        root,
        rootDigest: digests.get(root) ?? '',
        entries,
      }
    })
    for (const { key, documents } of this.#listing.roots) {
      for (const { id } of documents) {
        const before = stored.get(id)
        if (before?.root !== key || this.#read.get(id)?.complete) continue
        records.push({ ...before, rootDigest: digests.get(key) ?? '' })
      }
    }
    return records
  }
}
