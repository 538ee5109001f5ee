import type { Pieces } from '../parsed.ts'
import { lineBatches } from '../source/lines.ts'
import { JsonColumns } from './json-columns.ts'
import type { Table } from './table.ts'

/** JSON Lines: one object a line; a line that is none is named. */
export function openJsonLines(pieces: Pieces): Table {
  const columns = new JsonColumns()
  return {
    columns: columns.names,
    named: true,
    async *batches() {
      const tooLong: { line: number; reason: string }[] = []
      const onTooLong = (line: number, reason: string) => tooLong.push({ line, reason })
      for await (const { first, lines } of lineBatches(pieces(), { onTooLong })) {
        const batch = columns.batch()
        for (const [index, line] of lines.entries()) {
          if (line.trim() !== '') batch.add(line, first + index)
          else if (tooLong[0]?.line === first + index) batch.broken.push(...tooLong.splice(0, 1))
        }
        yield batch
      }
    },
  }
}
