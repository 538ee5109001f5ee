import type { Meilisearch } from 'meilisearch'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { MeaningPartRecord, MeaningRecord } from '#schema/meaning/encoding'
import { type MeaningModel, project, SAMPLE } from '#schema/meaning/model'
import { countTerms, TERMS_VERSION, termsOf } from '#schema/meaning/terms'
import { packed } from '#schema/meaning/vectors'
import type { EntryRecord } from '#schema/record'
import { readTexts, type Texts } from '../push/stored.ts'
import { run } from '../push/tasks.ts'
import { isOutgrown } from './outgrown.ts'
import { markIncomplete, meaningRecords, type StoredMeaning, writeMeaning } from './stored-model.ts'
import { trainModel } from './train.ts'

/** At most so many of the first new entries are looked at to decide on the model. */
const LOOKED_AT = 16_000
const ENTRIES_PER_TASK = 5_000

/**
 * The vectors of a run's entries. Once the first changes are gathered it is settled whether the model that
 * the collection has still fits (see outgrown.ts); from then on every entry that is pushed gets its vector.
 */
export class EntryVectors {
  readonly #client: Meilisearch
  readonly #stored: StoredMeaning
  /** Number of entries that the collection held before the run. */
  readonly #size: number
  #isSettled = false
  #model: MeaningModel | null

  constructor(client: Meilisearch, stored: StoredMeaning, size: number) {
    this.#client = client
    this.#stored = stored
    this.#size = size
    this.#model = stored.model
  }

  /** Decides on the model, once. @param lines the first new entries of the run, as JSON */
  async settle(lines: Iterable<string>): Promise<void> {
    if (this.#isSettled) return
    this.#isSettled = true
    const added: string[][] = []
    for (const line of lines) {
      if (added.length === LOOKED_AT) break
      added.push(termsOfEntry(JSON.parse(line) as Texts))
    }
    if (!isOutgrown(this.#model, added, this.#size)) return
    const sample = [...(await this.#storedSample()), ...added]
    this.#model = trainModel(evenly(sample, SAMPLE)) ?? this.#model
  }

  /** A record as JSON, with its vector; the engine's own embedder needs none from us. */
  line(record: EntryRecord): string {
    const { meaning, ...rest } = record
    const isKnown = meaning && this.#isStoredModel
    const kept = isKnown ? meaning : this.#meaningOf(record)
    return JSON.stringify(kept === null ? rest : { ...rest, meaning: kept })
  }

  /** Records that are JSON already. */
  *withVectors(lines: Iterable<string>): Generator<string> {
    for (const line of lines) {
      const meaning = this.#isByEngine ? null : this.#meaningOf(JSON.parse(line) as Texts)
      yield meaning === null ? line : `${line.slice(0, -1)},"meaning":${JSON.stringify(meaning)}}`
    }
  }

  /** What a new collection stores of the model; nothing when it has it already. */
  records(): (MeaningRecord | MeaningPartRecord)[] {
    if (this.#model === null || this.#isStoredModel) return []
    return meaningRecords(this.#model, this.#stored.vectorsBy)
  }

  /** In a collection that stays: gives all entries the vectors of a new model, and stores it. */
  async complete(): Promise<void> {
    await this.settle([])
    const { record } = this.#stored
    if (this.#model === null || this.#isStoredModel) return
    if (this.#size > 0) {
      if (record?.complete === true) await markIncomplete(this.#client, record)
      await this.#again()
    }
    await writeMeaning(this.#client, this.#model, this.#stored)
  }

  get #isStoredModel(): boolean {
    const { record, vectorsBy } = this.#stored
    return (
      record?.complete === true &&
      record.model === this.#model?.id &&
      record.terms === TERMS_VERSION &&
      record.vectorsBy === vectorsBy
    )
  }

  async #storedSample(): Promise<string[][]> {
    const texts: string[][] = []
    if (this.#size === 0) return texts
    for await (const page of readTexts(this.#client, this.#size, SAMPLE)) {
      texts.push(...page.map(termsOfEntry))
    }
    return texts
  }

  get #isByEngine(): boolean {
    return this.#stored.vectorsBy === 'engine'
  }

  #meaningOf(entry: Texts): string | null {
    if (this.#isByEngine || this.#model === null) return null
    const terms = termsOfEntry(entry)
    const place = project(this.#model, countTerms(terms), terms.length)
    return place === null ? null : packed(place.vector)
  }

  /** Vectors alone, for every entry that the engine holds. */
  async #again(): Promise<void> {
    if (this.#isByEngine) return
    let lines: string[] = []
    const send = async () => {
      const body = lines.join('\n')
      lines = []
      await run(this.#client, 'giving entries their meaning', () =>
        this.#client.index(ENTRIES_INDEX).updateDocumentsFromString(body, 'application/x-ndjson'),
      )
    }
    for await (const page of readTexts(this.#client)) {
      for (const entry of page) {
        lines.push(JSON.stringify({ id: entry.id, meaning: this.#meaningOf(entry) }))
      }
      if (lines.length >= ENTRIES_PER_TASK) await send()
    }
    if (lines.length > 0) await send()
  }
}

/** The words that an entry has: its text, and what stands beside it. */
const termsOfEntry = ({ text, margin }: Texts): string[] => termsOf(`${text}\n${margin}`)

/** At most `most` of the values, evenly from all of them. */
function evenly<T>(values: T[], most: number): T[] {
  if (values.length <= most) return values
  return Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)] as T)
}
