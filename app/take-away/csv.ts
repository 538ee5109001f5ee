import type { Entry } from '#schema/entry'
import type { Format } from './format'
import { type Provenance, remarkOf } from './provenance'

/**
 * CSV after RFC 4180, with a byte order mark, by which spreadsheets know UTF-8. The columns of the search
 * stand in every row, so that a row that is cut out still says where it is from.
 */

type Column = [
  name: string,
  value: (entry: Entry, context: Parameters<Format['entry']>[1]) => string,
]

const semicolons = (values: string[]): string => values.join('; ')

const SEARCH_COLUMNS: [name: string, value: (provenance: Provenance) => string][] = [
  ['search_query', ({ query }) => query],
  ['search_filters', ({ filters }) => filters],
  ['search_url', ({ address }) => address],
  ['corpus_version', ({ corpusVersion }) => String(corpusVersion)],
  ['retrieved', ({ retrieved }) => retrieved],
]

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
  ...SEARCH_COLUMNS.map(
    ([name, value]): Column => [name, (_, { provenance }) => value(provenance)],
  ),
]

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
  // Without rows the header alone can say where the file is from: one more column, which holds nothing.
  head: ({ provenance }) => {
    const none = provenance.total === 0 ? [`${remarkOf(provenance)}; no entries`] : []
    return `\ufeff${line([...COLUMNS.map(([name]) => name), ...none])}`
  },
  entry: (entry, context) => line(COLUMNS.map(([, value]) => value(entry, context))),
  broken: ({ message }, { provenance }) => {
    const values: Record<string, string> = { kind: 'incomplete', text: message }
    for (const [name, value] of SEARCH_COLUMNS) values[name] = value(provenance)
    return line(COLUMNS.map(([name]) => values[name] ?? ''))
  },
}
