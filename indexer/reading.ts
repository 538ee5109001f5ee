import type { DocumentRecord } from '#schema/indexes'
import { SourceError, stopIfAsked } from './errors.ts'
import { parseDocument } from './parse.ts'
import type { ParsedDocument, SourceText } from './parsed.ts'
import type { Progress } from './report/progress.ts'
import { type DocumentReport, reportDocument } from './report/report.ts'
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

type Read = { root: string; report: DocumentReport }

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

  /** @throws Interrupted between two documents when the user asked to stop */
  async *documents(): AsyncGenerator<ParsedDocument> {
    const { progress, signal } = this.#options
    const planned = this.#listing.roots.flatMap(({ key, documents }) =>
      documents.map((document) => ({ key, document })),
    )
    for (const [index, { key, document }] of planned.entries()) {
      stopIfAsked(signal)
      progress.documents(index, planned.length, document.shown)
      const parsed = await this.#parse(key, document)
      if (parsed === null) continue
      this.#read.set(document.id, { root: key, report: reportDocument(parsed) })
      yield parsed
    }
    progress.documents(planned.length, planned.length, '')
  }

  async #parse(root: string, planned: Planned): Promise<ParsedDocument | null> {
    const result = await readDocument(planned, this.#options)
    const digests = this.#digests.get(root) ?? []
    digests.push({ source: planned.source, digest: result.digest })
    this.#digests.set(root, digests)
    const parsed = 'text' in result ? this.#parsed(result.text) : result.reason
    if (typeof parsed !== 'string') {
      for (const { line, reason } of parsed.broken) {
        this.#options.onProblem({ source: `${planned.shown}:${line}`, reason })
      }
      return parsed
    }
    this.#options.onProblem({ source: planned.shown, reason: parsed })
    return null
  }

  /** One document that our rules cannot take must not keep the others out. */
  #parsed(text: SourceText): ParsedDocument | string {
    try {
      return parseDocument(text, this.#options.authority.authority, this.#options.map)
    } catch (error) {
      if (error instanceof SourceError) return error.message
      if (process.env.KRONIKA_DEBUG === '1') console.error(error)
      return `cannot be parsed, which is a bug of Kronika: ${(error as Error).message}`
    }
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
   * The records of the documents that were read; and those of documents that could not be read again,
   * which stay, with the digest of the root as it is now.
   */
  records(stored: ReadonlyMap<string, DocumentRecord>): DocumentRecord[] {
    const digests = new Map(
      [...this.#digests].map(([root, documents]) => [
        root,
        rootDigest(documents, this.#rulesDigest),
      ]),
    )
    const records = [...this.#read.values()].map(({ root, report }): DocumentRecord => {
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
        if (before?.root !== key || this.#read.has(id)) continue
        records.push({ ...before, rootDigest: digests.get(key) ?? '' })
      }
    }
    return records
  }
}
