import type { DocumentRecord } from '#schema/indexes'
import { SourceError, stopIfAsked } from './errors.ts'
import { parseDocument } from './parse.ts'
import type { DraftEntry, ParsedDocument } from './parsed.ts'
import type { Progress } from './report/progress.ts'
import { type DocumentReport, EntryTally, reportDocument } from './report/report.ts'
import type { LoadedAuthority } from './source/authority-file.ts'
import { type DocumentDigest, rootDigest } from './source/digest.ts'
import type { Listing, Planned, Problem } from './source/list.ts'
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
}

type Read = {
  root: string
  report: DocumentReport
  /** False for a document that turned out to be unreadable on the way. */
  complete: boolean
}

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
   * @throws Interrupted between two documents when the user asked to stop
   */
  async *documents(): AsyncGenerator<ParsedDocument> {
    const { progress, signal } = this.#options
    const planned = this.#listing.roots.flatMap(({ key, documents }) =>
      documents.map((document) => ({ key, document })),
    )
    for (const [index, { key, document }] of planned.entries()) {
      stopIfAsked(signal)
      progress.documents(index, planned.length, document.shown)
      const parsed = await this.#parse(key, document)
      if (parsed !== null) yield { ...parsed, entries: this.#entries(parsed, key, document) }
    }
    progress.documents(planned.length, planned.length, '')
  }

  async #parse(root: string, planned: Planned): Promise<ParsedDocument | null> {
    const result = await readDocument(planned, this.#options)
    const digests = this.#digests.get(root) ?? []
    digests.push({ source: planned.source, digest: result.digest })
    this.#digests.set(root, digests)
    if (!('source' in result)) {
      this.#options.onProblem({ source: planned.shown, reason: result.reason })
      return null
    }
    try {
      const { authority, map } = this.#options
      return await parseDocument(result.source, authority.authority, map)
    } catch (error) {
      this.#unreadable(planned, error)
      return null
    }
  }

  /** A document's entries, counted; at their end, the document counts as read. */
  async *#entries(
    { document, entries, rest }: ParsedDocument,
    root: string,
    planned: Planned,
  ): AsyncGenerator<DraftEntry[]> {
    const tally = new EntryTally()
    const remember = (complete: boolean) => {
      const report = reportDocument(document, tally, complete ? rest() : null)
      this.#read.set(document.id, { root, report, complete })
    }
    const chunks = entries[Symbol.asyncIterator]()
    for (;;) {
      const next = await chunks.next().catch((error) => {
        const failure = this.#unreadable(planned, error)
        if (tally.count > 0) remember(false)
        throw failure
      })
      if (next.done) break
      tally.add(next.value)
      yield next.value
    }
    remember(true)
    for (const { line, reason } of rest().broken) {
      this.#options.onProblem({ source: `${planned.shown}:${line}`, reason })
    }
  }

  /** One document that our rules cannot take must not keep the others out. */
  #unreadable({ shown }: Planned, error: unknown): SourceError {
    if (!(error instanceof SourceError) && process.env.KRONIKA_DEBUG === '1') console.error(error)
    const bug = `cannot be parsed, which is a bug of Kronika: ${(error as Error).message}`
    const failure = error instanceof SourceError ? error : new SourceError(bug)
    this.#options.onProblem({ source: shown, reason: failure.message })
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
