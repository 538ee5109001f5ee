import type { Block, DateForms, StatedDate } from '../blocks.ts'
import type { LeftOut } from '../parsed.ts'
import { areColumnNames } from '../table/columns.ts'
import { CELLS } from './html-elements.ts'
import type { HtmlPage } from './html-page.ts'

type Cell = {
  text: string
  stated: StatedDate | undefined
  header: boolean
  rows: number
  index: number
}
type Row = { line: number; cells: Cell[] }

/** Letters above which a cell holds running text. */
const PROSE = 600

/** A table of data as rows; null when the table only arranges the page. */
export function tableRows(page: HtmlPage, index: number, dates: DateForms): Row[] | null {
  const { attributes } = page.nodes[index] as { attributes: ReadonlyMap<string, string> }
  const arranges = /^(?:presentation|none)$/.test(attributes.get('role') ?? '')
  if (arranges || page.of(index).tables > 1) return null
  const rows = rowsOf(page, index)
  const cells = rows.flatMap((row) => row.cells)
  if (cells.some((cell) => page.of(cell.index).blocks > 0)) return null
  const wide = rows.filter((row) => filled(row).length > 1)
  if (wide.length === 0) return null
  if (cells.some(({ header }) => header)) return rows
  const dated = wide.filter(
    ({ cells: [first] }) => first?.stated !== undefined || dates.isDate(first?.text ?? ''),
  )
  if (dated.length > 0 && dated.length >= wide.length / 2) return rows
  if (rows.length < 2 || wide.length < rows.length / 2) return null
  const prose = ({ index: cell }: Cell): boolean =>
    page.of(cell).letters > PROSE || page.of(cell).paragraphs > 1
  return cells.some(prose) ? null : rows
}

/** The rows of a table as blocks; its header is left out. */
export function tableBlocks(
  rows: Row[],
  dates: DateForms,
  level: number,
): { blocks: Block[]; leftOut: LeftOut[] } {
  const blocks: Block[] = []
  const leftOut: LeftOut[] = []
  let carried: Pick<Cell, 'text' | 'stated' | 'rows'> = { text: '', stated: undefined, rows: 0 }
  for (const row of rows) {
    const [first] = row.cells
    const texts = row.cells.map(({ text }) => text)
    const plain = texts.filter((text) => text !== '')
    if (first === undefined || plain.length === 0) continue
    const { line } = row
    if (row === rows[0] && rows.length > 1 && plain.length > 1 && areColumnNames(texts)) {
      leftOut.push({ text: plain.join(' | '), line, reason: 'table header' })
      continue
    }
    if (row.cells.every(({ header, text }) => header || text === '')) {
      const [only = ''] = plain
      if (plain.length === 1 && (dates.isDate(only) || blocks.length > 0)) {
        blocks.push({ kind: 'heading', text: only, line, level, marked: false })
      } else leftOut.push({ text: plain.join(' | '), line, reason: 'table header' })
      continue
    }
    // A date that stands beside several rows is the date of each.
    let { stated } = first
    if (carried.rows > 0) {
      carried.rows--
      texts.unshift(carried.text)
      stated = carried.stated
    } else if (first.rows > 1 && (stated !== undefined || dates.isDate(first.text))) {
      carried = { ...first, rows: first.rows - 1 }
    }
    const text = texts.filter((cell) => cell !== '').join(' · ')
    blocks.push({ kind: 'table row', text, line, stated, cells: texts })
  }
  return { blocks, leftOut }
}

const filled = ({ cells }: Row): Cell[] => cells.filter(({ text }) => text !== '')

function rowsOf(page: HtmlPage, index: number): Row[] {
  const rows: Row[] = []
  const last = page.nodes[index]?.last ?? -1
  for (let at = index + 1; at <= last; at++) {
    const node = page.nodes[at]
    if (node === undefined || node.text !== null) continue
    if (page.of(at).hidden || node.name === 'caption') at = node.last
    else if (node.name === 'tr') rows.push({ line: node.line, cells: [] })
    else if (CELLS.has(node.name)) {
      const span = Number.parseInt(node.attributes.get('rowspan') ?? '1', 10)
      rows.at(-1)?.cells.push({
        text: page.textOf(at),
        stated: page.statedAt(at),
        header: node.name === 'th' && node.attributes.get('scope') !== 'row',
        rows: span > 0 ? span : 1,
        index: at,
      })
      at = node.last
    }
  }
  return rows
}
