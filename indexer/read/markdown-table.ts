import { collapse } from './normalise.ts'

/** Pipe tables: a header, a line of hyphens, rows. */

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** Whether a line and the one below begin a table. */
export const beginsTable = (line: string, below: string | undefined): boolean =>
  line.includes('|') &&
  below?.includes('-') === true &&
  DELIMITER.test(below) &&
  (below.includes('|') || cellsOf(line).length === 1) &&
  cellsOf(line).length === cellsOf(below).length

/** The cells of a row; `\|` is a bar within one. */
export const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => collapse(cell.replaceAll('\\|', '|')))
