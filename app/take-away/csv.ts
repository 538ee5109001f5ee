import type { Entry } from '#schema/entry'
import type { Format } from './format'
import type { Provenance } from './provenance'

/**
 * CSV after RFC 4180, with a byte order mark, by which spreadsheets know UTF-8. The columns of the search
 * stand in every row, so that a row that is cut out still says where it is from.
 */

type Column = [
  name: string,
  value: (entry: Entry, context: Parameters<Format['entry']>[1]) => string,
]

const semicolons = (values: string[]): string => values.join('; ')

const COLUMNS: Column[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['date', ({ date }) => date?.text ?? ''],
  ['date_edtf', ({ date }) => date?.edtf ?? ''],
  ['date_start', ({ date }) => date?.start ?? ''],
  ['date_end', ({ date }) => date?.end ?? ''],
  ['date_precision', ({ date }) => date?.precision ?? ''],
  ['date_qualifier', ({ date }) => date?.qualifier ?? ''],
  ['text', ({ text }) => text],
  ['mentions_edtf', ({ mentions }) => semicolons(mentions.map(({ edtf }) => edtf))],
  ['actors', ({ actors }) => semicolons(actors.map(({ name }) => name))],
  ['place', ({ place }) => place ?? ''],
  ['document', ({ document }) => document.title],
  ['document_id', ({ document }) => document.id],
  ['source', ({ document }) => document.source],
  ['section', ({ section }) => section ?? ''],
  ['position', ({ position }) => String(position)],
  ['added_in', ({ addedIn }) => String(addedIn)],
  ['changed_in', ({ changedIn }) => String(changedIn)],
  ['url', ({ id }, { citable }) => `${citable.site}/entry/${encodeURIComponent(id)}`],
  ['search_query', (_, { provenance }) => provenance.query],
  ['search_filters', (_, { provenance }) => provenance.filters],
  ['search_url', (_, { provenance }) => provenance.address],
  ['corpus_version', (_, { provenance }) => version(provenance)],
  ['retrieved', (_, { provenance }) => provenance.retrieved],
]

const version = ({ corpusVersion }: Provenance): string => String(corpusVersion)

/**
 * A field that a spreadsheet takes for text: one that begins like a formula gets an apostrophe before it
 * (OWASP, CSV injection), as does one that begins so behind blanks.
 */
export function csvField(value: string): string {
  const safe = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(value)
    ? `'${value}`
    : value
  return /[",;\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (values: string[]): string => `${values.map(csvField).join(',')}\r\n`

export const csv: Format = {
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  head: () => `\ufeff${line(COLUMNS.map(([name]) => name))}`,
  entry: (hit, context) => line(COLUMNS.map(([, value]) => value(hit, context))),
}
