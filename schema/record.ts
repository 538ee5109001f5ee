import { type Cover, coverOf } from './buckets.ts'
import { dayNumber } from './day.ts'
import { type Entry, effectiveDates, type ParsedEntry } from './entry.ts'
import { type FacetName, facetKeysOf } from './facets.ts'
import { spelledTexts } from './letters.ts'

/**
 * The record that the engine stores: the entry, and beside it what is derived from the entry for
 * searching, counting and ordering. Readers get the entry's own fields only (ENTRY_FIELDS).
 */
export type EntryRecord = Entry & {
  /** The source's words that stand beside the text: a leading date, an attribution. Searchable. */
  margin: string
  /** Text and margin with plain letters, where they have others. Searchable. */
  spelled?: string
  /** Keys of the facet table's values. */
  facet: Record<FacetName, string[]>
  when: Cover & {
    undated: boolean
    /** Earliest effective start as YYYYMMDD, 0 when open; absent when undated, so that it sorts last. */
    oldest?: number
    /** Latest effective end as YYYYMMDD, 99999999 when open; absent when undated. */
    newest?: number
  }
  /** Digest of all the above but the corpus versions: equal fingerprints need no push. */
  fingerprint: string
  /** What it means, see meaning/vectors.ts; null or absent where the model knows none of its words. */
  meaning?: string | null
}

/** The fields of an entry, in the order in which the API gives them. */
export const ENTRY_FIELDS = [
  'id',
  'kind',
  'text',
  'document',
  'section',
  'position',
  'place',
  'date',
  'mentions',
  'actors',
  'addedIn',
  'changedIn',
] as const satisfies readonly (keyof Entry)[]

const OPEN_START = 0
const OPEN_END = 99_999_999

/** What the engine stores beside the entry's own fields; `margin` comes from the splitter. */
export function derivedFields(
  entry: ParsedEntry,
  margin: string,
): Pick<EntryRecord, 'facet' | 'when' | 'spelled'> {
  const dates = effectiveDates(entry)
  const starts = dates.map(({ start }) => (start === null ? OPEN_START : dayNumber(start)))
  const ends = dates.map(({ end }) => (end === null ? OPEN_END : dayNumber(end)))
  const order =
    dates.length === 0 ? {} : { oldest: minimum(starts), newest: -minimum(ends.map((n) => -n)) }
  const spelled = spelledTexts([entry.text, margin])
  return {
    ...(spelled === '' ? {} : { spelled }),
    facet: facetKeysOf(entry),
    when: { ...coverOf(entry), undated: dates.length === 0, ...order },
  }
}

/** Not Math.min(...): an entry may hold more dates than a call takes arguments. */
const minimum = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b))
