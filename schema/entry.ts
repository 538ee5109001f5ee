/**
 * The entry: the unit that is found, dated, cited and shared. Everything else in Kronika either makes
 * entries (indexer), finds them (search) or shows them (app).
 */

export type Kind = 'timeline' | 'paragraph'
export const KINDS: readonly Kind[] = ['timeline', 'paragraph']

/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian, year 0001 to 9999, without a time zone. */
export type Day = string

/** UTF-16 code units in the entry's `text`, end exclusive; null when the words lie outside it. */
export type Offset = [start: number, end: number] | null

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval'

export type Qualifier = 'approximate' | 'uncertain' | null

/** A date as written and as understood: never narrower than what is written. */
export type PartialDate = {
  /** The date in EDTF (ISO 8601-2, level 1 and the few level 2 forms of the date table). */
  edtf: string
  /** First day that the date covers; null when it is open towards the past. */
  start: Day | null
  /** Last day that the date covers; null when it is open towards the future. */
  end: Day | null
  precision: Precision
  qualifier: Qualifier
  /** True when a part (mostly the year) was taken from the entry's date or its section. */
  inferred: boolean
  /** The rule of the indexer that recognised it, e.g. `day-month-year`. */
  rule: string
  /** The words of the source, as written. */
  text: string
  offset: Offset
}

export type ActorType = 'person' | 'organization' | 'state' | 'unknown'
export const ACTOR_TYPES: readonly ActorType[] = ['person', 'organization', 'state', 'unknown']

/** The words that caused a value. */
export type Evidence = { text: string; offset: Offset }

export type Actor = {
  id: string
  /** The canonical name, unique in the collection: URLs and facet keys use it. */
  name: string
  type: ActorType
  /** True when the name stands in the authority file. */
  verified: boolean
  rule: string
  evidence: Evidence[]
}

export type DocumentRef = {
  id: string
  title: string
  /** An http(s) address or a relative path, never an absolute one. */
  source: string
}

/** An entry as a dry run yields it: the corpus versions come with the push. */
export type ParsedEntry = {
  id: string
  kind: Kind
  /** Of a timeline entry without its leading date. */
  text: string
  document: DocumentRef
  section: string | null
  /** 0-based place in the document. */
  position: number
  place: string | null
  date: PartialDate | null
  mentions: PartialDate[]
  actors: Actor[]
}

/** An entry of the collection. */
export type Entry = ParsedEntry & {
  /** Corpus version in which the entry came. */
  addedIn: number
  /** Corpus version in which it last changed. */
  changedIn: number
}

/**
 * The dates that count for filters, facets and order: the entry's own date, else its mentions.
 */
export function effectiveDates(entry: Pick<ParsedEntry, 'date' | 'mentions'>): PartialDate[] {
  return entry.date === null ? entry.mentions : [entry.date]
}
