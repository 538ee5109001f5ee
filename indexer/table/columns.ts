/** The fields of a row, and the usual names of their columns, the surest first; `a.b` is b of an object a. */
const NAMES = {
  date: ['date', 'when', 'datum', 'event_date'],
  start: ['start', 'start_date', 'from', 'begin'],
  end: ['end', 'end_date', 'to', 'until'],
  year: ['year', 'start_year', 'start_date.year', 'start.year', 'date.year'],
  month: ['month', 'start_month', 'start_date.month', 'start.month', 'date.month'],
  day: ['day', 'start_day', 'start_date.day', 'start.day', 'date.day'],
  endYear: ['end_year', 'end_date.year', 'end.year'],
  endMonth: ['end_month', 'end_date.month', 'end.month'],
  endDay: ['end_day', 'end_date.day', 'end.day'],
  text: [
    ...['text', 'description', 'event', 'summary', 'content', 'body', 'remarks', 'notes'],
    'text.text',
  ],
  title: ['title', 'name', 'headline', 'text.headline'],
  actors: ['actors', 'actor', 'people', 'person', 'participants', 'organisations', 'organizations'],
  place: ['place', 'location', 'city', 'country'],
  source: ['source', 'url', 'link', 'reference'],
  section: ['section', 'chapter', 'category'],
  id: ['id'],
} as const

export type Field = keyof typeof NAMES
export const FIELDS = Object.keys(NAMES) as Field[]

/** What `--map field=column` says. */
export type ColumnMap = Partial<Record<Field, string>>

/** Field → index of its column. */
export type Columns = Partial<Record<Field, number>>

export const isField = (name: string): name is Field => Object.hasOwn(NAMES, name)

/** `endDate`, `End Date` and `end-date` are `end_date`. */
const form = (name: string): string =>
  name
    .trim()
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')

const KNOWN = new Set<string>(Object.values(NAMES).flat())

export const isKnownColumn = (name: string): boolean => KNOWN.has(form(name))

const LONGEST_NAME = 40

/** Whether the cells of a first row name the columns: the first of them tells it. */
export const areColumnNames = (cells: string[]): boolean =>
  isKnownColumn(cells[0] ?? '') && cells.every((cell) => cell.length <= LONGEST_NAME)

/**
 * Finds the columns of the fields: those named on the command line, else by their usual names in any
 * case. A column serves one field.
 *
 * @returns with the mapped columns that the table does not have
 */
export function findColumns(
  names: string[],
  map: ColumnMap,
): { columns: Columns; missing: string[] } {
  const columns: Columns = {}
  const missing: string[] = []
  const forms = names.map(form)
  for (const field of FIELDS) {
    const wanted = map[field]
    if (wanted === undefined) continue
    const exact = names.indexOf(wanted)
    const at = exact === -1 ? forms.indexOf(form(wanted)) : exact
    if (at === -1) missing.push(wanted)
    else columns[field] = at
  }
  for (const field of FIELDS) {
    if (map[field] !== undefined) continue
    const taken = Object.values(columns)
    const name = NAMES[field].find((name) => {
      const at = forms.indexOf(name)
      return at !== -1 && !taken.includes(at)
    })
    if (name !== undefined) columns[field] = forms.indexOf(name)
  }
  return { columns, missing }
}
