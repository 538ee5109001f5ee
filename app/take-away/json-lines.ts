import { ENTRY_FIELDS } from '#schema/record'
import { entryPath } from '#search/server/adapt'
import type { Format } from './format'
import type { Provenance } from './provenance'

/** An entry a line, each with the search that it was retrieved by; an error as the API tells it. */
export const jsonLines: Format = {
  type: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  // Without entries one line says that there are none, and of what.
  head: ({ provenance }) =>
    provenance.total === 0
      ? `${JSON.stringify({ total: 0, retrieval: retrievalOf(provenance) })}\n`
      : '',
  entry: (entry, { provenance, citable }) => {
    const fields = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, entry[field]]))
    const url = citable.site + entryPath(entry.id)
    return `${JSON.stringify({ ...fields, url, retrieval: retrievalOf(provenance) })}\n`
  },
  broken: (error) => `${JSON.stringify({ error })}\n`,
}

const retrievalOf = ({ address, query, filters, corpusVersion, retrieved }: Provenance) => ({
  query,
  filters,
  search: address,
  corpusVersion,
  retrieved,
})
