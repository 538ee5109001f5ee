import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** What the owner says of the collection, for the page that readers see first. */
export type Collection = {
  title: string
  description: string
  examples: Example[]
  /** CSS colours; null leaves the page's own. */
  accent: { light: string; dark: string } | null
}

/** A search to begin with: what the link says, and the parameters of the search. */
export type Example = { label: string; search: string }

/** What a page says without a file. */
export const NO_COLLECTION: Collection = {
  title: '',
  description: '',
  examples: [],
  accent: null,
}

const FIELDS = ['title', 'description', 'examples', 'accent']
const COLOUR = /^#[0-9a-f]{6}$/i

/**
 * Reads `data/collection.yaml`. Never throws: what cannot be read keeps its default and is named with
 * its line.
 *
 * @param report told of each problem in one line
 */
export function readCollectionYaml(
  text: string,
  report: (line: number, message: string) => void,
): Collection {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line
  const [error] = document.errors
  if (error !== undefined) {
    report(lines.linePos(error.pos[0]).line, `not valid YAML: ${error.message.split('\n')[0]}`)
    return NO_COLLECTION
  }
  const { contents } = document
  if (contents === null) return NO_COLLECTION
  if (!isMap(contents)) {
    report(lineOf(contents), `expected fields: ${FIELDS.join(', ')}`)
    return NO_COLLECTION
  }
  for (const { key } of contents.items) {
    const name = String(isScalar(key) ? key.value : key)
    if (!FIELDS.includes(name))
      report(lineOf(key), `unknown field ${name}: there are ${FIELDS.join(', ')}`)
  }
  const textOf = (field: string): string => {
    const node: unknown = contents.get(field, true)
    if (node === undefined) return ''
    if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
      return String(node.value).trim()
    }
    report(lineOf(node), `${field} must be a text`)
    return ''
  }
  const listed: unknown = contents.get('examples', true)
  if (listed !== undefined && !isSeq(listed)) report(lineOf(listed), 'examples must be a list')
  const examples = (isSeq(listed) ? listed.items : []).flatMap((item: unknown) => {
    const example = exampleOf(isMap(item) ? item.toJSON() : isScalar(item) ? item.value : null)
    if (example === null) {
      report(
        lineOf(item),
        'an example is a text, or has a label and a search like q=words&actor=NATO',
      )
    }
    return example ?? []
  })
  const accent: unknown = contents.get('accent', true)
  const colours = (isMap(accent) ? accent.toJSON() : {}) as { light?: unknown; dark?: unknown }
  const { light, dark } = colours
  const isAccent = COLOUR.test(String(light)) && COLOUR.test(String(dark))
  if (accent !== undefined && !isAccent) {
    report(lineOf(accent), "accent must be { light: '#rrggbb', dark: '#rrggbb' }")
  }
  return {
    title: textOf('title'),
    description: textOf('description'),
    examples,
    accent: isAccent ? { light: String(light), dark: String(dark) } : null,
  }
}

function exampleOf(value: unknown): Example | null {
  if (typeof value === 'string' && value.trim() !== '') {
    return { label: value, search: new URLSearchParams({ q: value }).toString() }
  }
  const { label, search } = (value ?? {}) as { label?: unknown; search?: unknown }
  if (typeof label !== 'string' || typeof search !== 'string' || label.trim() === '') return null
  return { label, search: new URLSearchParams(search.replace(/^[/?]+/, '')).toString() }
}
