import type { Broken, Table } from './table.ts'

type Item = { line: number; value: unknown }

/** Reads JSON Lines: one object a line; a line that is none is named. */
export function readJsonLines(text: string): Table {
  const broken: Broken[] = []
  const items = text.split(/\r\n?|\n/).flatMap((line, index): Item[] => {
    if (line.trim() === '') return []
    return parsedItem(line, index + 1, broken)
  })
  return tableOf(items, broken)
}

/** Reads an array of objects, or an object's largest array; a bad object of the array is named. */
export function readJson(text: string): Table {
  const broken: Broken[] = []
  const start = text.search(/\S/)
  if (text[start] === '[') {
    const items = elements(text, start, broken).flatMap(({ text, line }) =>
      parsedItem(text, line, broken),
    )
    return tableOf(items, broken)
  }
  const [whole] = parsedItem(text, 1, broken)
  const arrays = Object.values((whole?.value as object | null) ?? {}).filter(Array.isArray)
  const [largest] = arrays.sort((a, b) => b.length - a.length)
  if (whole !== undefined && largest === undefined) {
    broken.push({ line: 1, reason: 'holds no array of objects' })
  }
  const items = (largest ?? []).map((value, index) => ({ line: index + 1, value }))
  return tableOf(items, broken)
}

function parsedItem(text: string, line: number, broken: Broken[]): Item[] {
  try {
    return [{ line, value: JSON.parse(text) }]
  } catch {
    broken.push({ line, reason: 'is not valid JSON: left out' })
    return []
  }
}

/** The elements of an array as written, so that a bad one leaves the others readable. */
function elements(text: string, open: number, broken: Broken[]): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = []
  let depth = 0
  let line = text.slice(0, open).split('\n').length
  let from = open + 1
  let fromLine = line
  for (const match of text.slice(open).matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{},\n]/g)) {
    const [token] = match
    const at = open + match.index
    if (token === '\n') line++
    else if (token === '[' || token === '{') depth++
    const ends = depth === 1 && (token === ',' || token === ']')
    if (ends) {
      const written = text.slice(from, at)
      const lead = /^\s*/.exec(written)?.[0] ?? ''
      if (written.trim() !== '') {
        found.push({ text: written, line: fromLine + lead.split('\n').length - 1 })
      }
      from = at + 1
      fromLine = line
    }
    if (token === ']' || token === '}') depth--
    if (depth === 0) return found
  }
  broken.push({ line: fromLine, reason: 'the array is not closed: the rest is left out' })
  return found
}

function tableOf(items: Item[], broken: Broken[]): Table {
  const objects: { line: number; value: Record<string, unknown> }[] = []
  const columns = new Set<string>()
  for (const { line, value } of items) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      broken.push({ line, reason: 'is not an object: left out' })
      continue
    }
    objects.push({ line, value: value as Record<string, unknown> })
    for (const key of Object.keys(value)) columns.add(key)
  }
  const names = [...columns]
  const rows = objects.map(({ line, value }) => ({
    line,
    cells: names.map((name) => (Object.hasOwn(value, name) ? value[name] : null)),
  }))
  return { columns: names, rows, broken: broken.sort((a, b) => a.line - b.line), named: true }
}
