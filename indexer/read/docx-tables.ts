import { areColumnNames } from '../table/columns.ts'
import type { MarkupBuilder } from './markup-builder.ts'
import { attributeOf, childOf, childrenOf, textWithin } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'

type Table = {
  /** A frame around text: a table of one column. */
  frame: boolean
  /** The row of names, if it is told by its words. */
  header: number
  /** Column → rows of the cell that stands there, as its attribute. */
  spans: Map<number, Map<string, string>>
  column: number
  inHeader: boolean
}

/** Builds the tables of a document, one within another. */
export class DocxTables {
  readonly #out: MarkupBuilder
  readonly #open: Table[] = []

  constructor(out: MarkupBuilder) {
    this.#out = out
  }

  /** Whether what is read now stands in a cell. */
  get inside(): boolean {
    return this.#open.some(({ frame }) => !frame)
  }

  table(nodes: MarkupNode[], at: number, line: number): () => void {
    const rows = [...childrenOf(nodes, at)].filter((row) => nodes[row]?.name === 'tr')
    const frame = rows.every((row) => cellsOf(nodes, row).length < 2)
    const header = rows.length > 1 && isHeader(nodes, rows[0] ?? -1) ? (rows[0] ?? -1) : -1
    this.#open.push({ frame, header, spans: new Map(), column: 0, inHeader: false })
    const { depth } = this.#out
    if (!frame) this.#out.open('table', line)
    return () => {
      this.#out.closeTo(depth)
      this.#open.pop()
    }
  }

  row(nodes: MarkupNode[], at: number, line: number): (() => void) | null {
    const table = this.#open.at(-1)
    if (table === undefined || table.frame) return null
    table.column = Number(
      attributeOf(nodes, childOf(nodes, at, 'trPr', 'gridBefore'), 'val') ?? '0',
    )
    table.inHeader = at === table.header || childOf(nodes, at, 'trPr', 'tblHeader') !== -1
    return this.#element('tr', line, new Map())
  }

  /** A cell that goes on from the row above is a part of that one. */
  cell(nodes: MarkupNode[], at: number, line: number): (() => void) | 'skip' | null {
    const table = this.#open.at(-1)
    if (table === undefined || table.frame) return null
    const properties = childOf(nodes, at, 'tcPr')
    const { column } = table
    const span = Number(attributeOf(nodes, childOf(nodes, properties, 'gridSpan'), 'val') ?? '1')
    table.column += span > 0 ? span : 1
    const merge = childOf(nodes, properties, 'vMerge')
    const above = table.spans.get(column)
    if (merge !== -1 && attributeOf(nodes, merge, 'val') !== 'restart' && above !== undefined) {
      above.set('rowspan', String(Number(above.get('rowspan') ?? '1') + 1))
      return 'skip'
    }
    const attributes = new Map<string, string>()
    if (merge === -1) table.spans.delete(column)
    else table.spans.set(column, attributes)
    return this.#element(table.inHeader ? 'th' : 'td', line, attributes)
  }

  #element(name: string, line: number, attributes: Map<string, string>): () => void {
    const { depth } = this.#out
    this.#out.open(name, line, attributes)
    return () => this.#out.closeTo(depth)
  }
}

const cellsOf = (nodes: MarkupNode[], row: number): number[] =>
  [...childrenOf(nodes, row)].filter((cell) => nodes[cell]?.name === 'tc')

/** Few people mark the row of names. */
const isHeader = (nodes: MarkupNode[], row: number): boolean =>
  areColumnNames(cellsOf(nodes, row).map((cell) => textWithin(nodes, cell)))
