import type { KeyboardEvent } from 'react'

type Table = KeyboardEvent<HTMLTableElement>

/**
 * Arrows walk from link to link through the rows and columns of a table, over what has none; Home and End go to
 * the ends of a row. The tab key goes through all of them still.
 */
export function walkGrid(event: Table): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')
  if (cell === null || row === null || row === undefined) return
  const next = linksFrom(event.key, cell, row)[0]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The links that a key leads to, the nearest first. */
function linksFrom(key: string, cell: HTMLTableCellElement, row: HTMLTableRowElement) {
  const cells = [...row.cells]
  const column = cells.indexOf(cell)
  const rows = [...(row.parentElement as HTMLTableSectionElement).rows]
  const inColumn = rows.map(({ cells: others }) => others[column])
  const at = rows.indexOf(row)
  const ways: Record<string, (HTMLTableCellElement | undefined)[]> = {
    ArrowRight: cells.slice(column + 1),
    ArrowLeft: cells.slice(0, column).reverse(),
    ArrowDown: inColumn.slice(at + 1),
    ArrowUp: inColumn.slice(0, at).reverse(),
    Home: cells,
    End: cells.toReversed(),
  }
  return (ways[key] ?? []).flatMap((one) => one?.querySelector<HTMLElement>('a') ?? [])
}
