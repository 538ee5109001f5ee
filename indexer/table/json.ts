import type { Pieces } from '../parsed.ts'
import { JsonColumns } from './json-columns.ts'
import { type JsonElement, JsonElements } from './json-elements.ts'
import type { Broken, Table, TableBatch } from './table.ts'

/**
 * An array of objects, or an object's largest array; a bad object of the array is named. Only an
 * object stands in memory whole.
 */
export function openJson(pieces: Pieces): Table {
  const columns = new JsonColumns()
  const batchOf = ({ found, broken }: { found: JsonElement[]; broken: Broken[] }): TableBatch => {
    const batch = columns.batch()
    for (const { text, line } of found) batch.add(text, line)
    batch.broken.push(...broken)
    batch.broken.sort((a, b) => a.line - b.line)
    return batch
  }
  return {
    columns: columns.names,
    named: true,
    async *batches() {
      let head = ''
      let elements: JsonElements | null = null
      for await (const piece of pieces()) {
        head += elements === null ? piece : ''
        const start = head.search(/\S/)
        if (elements !== null) yield batchOf(elements.read(piece))
        else if (head[start] === '[') {
          elements = new JsonElements(head.slice(0, start).split('\n').length)
          yield batchOf(elements.read(head.slice(start + 1)))
        }
      }
      if (elements === null) yield ofObject(head, columns)
      else yield batchOf(elements.end())
    },
  }
}

function ofObject(text: string, columns: JsonColumns): TableBatch {
  const batch = columns.batch()
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    batch.broken.push({ line: 1, reason: 'is not valid JSON: left out' })
    return batch
  }
  const arrays = Object.values(whole ?? {}).filter(Array.isArray)
  const [largest] = arrays.sort((a, b) => b.length - a.length)
  if (largest === undefined) {
    batch.broken.push({ line: 1, reason: 'holds no array of objects' })
  }
  for (const [index, value] of (largest ?? []).entries()) batch.addValue(value, index + 1)
  return batch
}
