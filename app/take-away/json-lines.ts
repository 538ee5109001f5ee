import { ENTRY_FIELDS } from '#schema/record'
import type { Format } from './format'

/** An entry a line, each with the search that it was retrieved by. */
export const jsonLines: Format = {
  type: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  entry: (hit, { provenance, citable }) => {
    const entry = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, hit[field]]))
    const { address, query, filters, corpusVersion, retrieved } = provenance
    const retrieval = { query, filters, search: address, corpusVersion, retrieved }
    return `${JSON.stringify({ ...entry, url: citable.site + hit.url, retrieval })}\n`
  },
}
