import type { Source } from './parsed.ts'
import { docxOf, item, w } from './read/test-docx.ts'
import { column, pdfOf, type TestLine } from './read/test-pdf.ts'
import type { Format } from './source/formats.ts'

/** One document of the tests, written in every format that is read. */

export type TestBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'quotation'; text: string; by: string }
  | { kind: 'list' | 'table'; rows: TestRow[] }

/** A row or an item; its date is as written, '' when it has none. */
export type TestRow = { date: string; text: string }

type Rendering = (blocks: TestBlock[]) => string | Uint8Array

const dated = ({ date, text }: TestRow, between = ': '): string =>
  date === '' ? text : `${date}${between}${text}`

/** Each block in a format, then all of them between a beginning and an end. */
function marked(
  [begin, end]: [string, string],
  block: (block: TestBlock) => string,
): (blocks: TestBlock[]) => string {
  return (blocks) => `${begin}${blocks.map(block).join('\n')}${end}`
}

const rowsOf = (blocks: TestBlock[]): { date: string; section: string; text: string }[] => {
  let section = ''
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') section = block.text
    if (block.kind === 'heading') return []
    const rows = 'rows' in block ? block.rows : [{ date: '', text: block.text }]
    const by = block.kind === 'quotation' ? [{ date: '', text: block.by }] : []
    return [...rows, ...by].map((row) => ({ ...row, section }))
  })
}

const delimited =
  (delimiter: string): Rendering =>
  (blocks) =>
    [
      ['Date', 'Section', 'Text'],
      ...rowsOf(blocks).map(({ date, section, text }) => [date, section, text]),
    ]
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join('\n')

const RENDERINGS: Record<Format, Rendering> = {
  txt: (blocks) =>
    `A Record of the Harbour\n\n${blocks
      .map((block) => {
        if (block.kind === 'quotation') return `“${block.text}”\n${block.by}`
        if ('rows' in block) return block.rows.map((row) => `- ${dated(row)}`).join('\n')
        return block.text
      })
      .join('\n\n')}\n`,
  md: (blocks) =>
    `# A Record of the Harbour\n\n${blocks
      .map((block) => {
        if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${block.text}`
        if (block.kind === 'quotation') return `> ${block.text}\n\n${block.by}`
        if (block.kind === 'list')
          return block.rows.map((row) => `- ${dated(row, ' — ')}`).join('\n')
        if (block.kind === 'paragraph') return block.text
        const rows = block.rows.map(({ date, text }) => `| ${date} | ${text} |`)
        return ['| Date | Event |', '|---|---|', ...rows].join('\n')
      })
      .join('\n\n')}\n`,
  html: marked(
    [
      '<html><head><title>A Record</title></head><body><nav><a href="/">Home</a></nav><main>',
      '</main></body></html>',
    ],
    (block) => {
      if (block.kind === 'heading')
        return `<h${block.level + 1}>${block.text}</h${block.level + 1}>`
      if (block.kind === 'quotation')
        return `<blockquote><p>${block.text}</p></blockquote><p>${block.by}</p>`
      if (block.kind === 'paragraph') return `<p>${block.text}</p>`
      if (block.kind === 'list')
        return `<ul>${block.rows.map((row) => `<li>${dated(row)}</li>`).join('')}</ul>`
      const rows = block.rows.map(({ date, text }) => `<tr><td>${date}</td><td>${text}</td></tr>`)
      return `<table>${rows.join('')}</table>`
    },
  ),
  tei: marked(['<TEI><text><body><div><p>', '</p></div></body></text></TEI>'], (block) => {
    if (block.kind === 'heading') return `</p></div><div><head>${block.text}</head><p>`
    if (block.kind === 'quotation')
      return `</p><cit><quote>${block.text}</quote><bibl>${block.by}</bibl></cit><p>`
    if (block.kind === 'paragraph') return `</p><p>${block.text}`
    if (block.kind === 'list')
      return `</p><list>${block.rows.map((row) => `<item>${dated(row)}</item>`).join('')}</list><p>`
    const rows = block.rows.map(
      ({ date, text }) => `<row><cell>${date}</cell><cell>${text}</cell></row>`,
    )
    return `</p><table>${rows.join('')}</table><p>`
  }),
  csv: delimited(','),
  tsv: delimited('\t'),
  json: (blocks) => JSON.stringify(rowsOf(blocks)),
  jsonl: (blocks) =>
    rowsOf(blocks)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  docx: (blocks) =>
    docxOf({
      body: marked(['', ''], (block) => {
        if (block.kind === 'heading') return w(block.text, `Heading${block.level}`)
        if (block.kind === 'quotation') return w(block.text, 'Quote') + w(block.by)
        if (block.kind === 'paragraph') return w(block.text)
        if (block.kind === 'list') return block.rows.map((row) => item(dated(row), 1)).join('')
        const rows = block.rows.map(
          ({ date, text }) => `<w:tr><w:tc>${w(date)}</w:tc><w:tc>${w(text)}</w:tc></w:tr>`,
        )
        return `<w:tbl>${rows.join('')}</w:tbl>`
      })(blocks),
    }),
  pdf: (blocks) => pdfOf({ pages: pagesOf(blocks) }),
}

const LOWEST = 700

/** Lines on pages, some blocks to a page. */
function pagesOf(blocks: TestBlock[]): TestLine[][] {
  const pages: TestLine[][] = [[]]
  let y = 60
  const put = (text: string, x: number, gap: number, ...font: [number?, ('plain' | 'bold')?]) => {
    const lines = column(text, x, y, 85).map(
      ([line, left, top]): TestLine => [line, left, top, ...font],
    )
    pages.at(-1)?.push(...lines)
    y += (lines.length - 1) * 12 + gap
  }
  for (const block of blocks) {
    for (const row of 'rows' in block ? block.rows : []) {
      if (y > LOWEST) {
        pages.push([])
        y = 60
      }
      put(`• ${dated(row)}`, 70, 14)
    }
    y += 12
    if (y > LOWEST) {
      pages.push([])
      y = 60
    }
    if (block.kind === 'heading') put(block.text, 60, 26, block.level === 1 ? 18 : 15, 'bold')
    if ('rows' in block || block.kind === 'heading') continue
    put(block.text, 60, block.kind === 'quotation' ? 20 : 26)
    if (block.kind === 'quotation') put(block.by, 60, 26)
  }
  return pages.filter((lines) => lines.length > 0)
}

export const FORMATS = Object.keys(RENDERINGS) as Format[]

/** A document in a format, ready to be parsed. */
export function rendered(blocks: TestBlock[], format: Format): Source {
  const place = { id: 'record', source: `record.${format === 'tei' ? 'xml' : format}` }
  const made = RENDERINGS[format](blocks)
  if (typeof made !== 'string') return { ...place, format: format as 'docx' | 'pdf', bytes: made }
  return { ...place, format: format as Exclude<Format, 'docx' | 'pdf'>, text: made }
}
