import { KINDS } from '#schema/entry'
import { isBound } from './range.ts'
import { EMPTY_STATE, type Ignored, MAX_SIZE, type SearchState, SORTS, VIEWS } from './state.ts'

/**
 * Search state ⇄ URL. One table of parameters, in the order in which a link lists them: each reads its
 * texts and writes them back, bad texts give the default and a line in `ignored`, never an exception.
 */

type Read<T> = { value: T; ignored: { value: string; reason: string }[] }

type Parameter<K extends keyof SearchState> = {
  name: K
  read: (texts: string[]) => Read<SearchState[K]>
  /** The texts of the parameter; none for the default. */
  write: (value: SearchState[K]) => string[]
}

const MAX_QUERY_LENGTH = 1000

/** Unpaired surrogates and control characters have no place in a link or in the engine. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/[\p{Cc}]+/gu, ' ')

const given = (texts: string[]): string[] => texts.map(clean).filter((text) => text.trim() !== '')

/** Any number of texts, each once. */
function list<K extends 'actor' | 'notActor' | 'document' | 'section'>(name: K): Parameter<K> {
  return {
    name,
    read: (texts) => ({
      value: [...new Set(given(texts).map((text) => text.trim()))],
      ignored: [],
    }),
    write: (values) => values,
  }
}

/** Some of a closed set of texts, each once. */
const kinds: Parameter<'kind'> = {
  name: 'kind',
  read: (texts) => {
    const asked = [...new Set(given(texts))]
    return {
      value: KINDS.filter((kind) => asked.includes(kind)),
      ignored: asked
        .filter((text) => !(KINDS as readonly string[]).includes(text))
        .map((value) => ({ value, reason: `a kind is one of ${KINDS.join(', ')}` })),
    }
  },
  write: (values) => values,
}

/** One of a closed set of texts. */
function choice<K extends 'actorMatch' | 'sort' | 'view'>(
  name: K,
  choices: readonly SearchState[K][],
): Parameter<K> {
  return single(
    name,
    (text) => choices.find((choice) => choice === text) ?? null,
    `${name} is one of ${choices.join(', ')}`,
    (value) => value,
  )
}

function flag<K extends 'undated' | 'exact' | 'meaning' | 'names'>(name: K): Parameter<K> {
  const read = (text: string): boolean | null => (text === '1' ? true : text === '0' ? false : null)
  return single(name, read, `${name} is 0 or 1`, (value) => (value ? '1' : '0'))
}

const WHOLE_NUMBER = /^[+-]?\d+$/
/** Larger numbers, which a link could not write back, count as this one: both are past every end. */
const LARGEST = 999_999_999_999_999

function wholeNumber<K extends 'page' | 'size'>(
  name: K,
  read: (value: number) => number | null,
  reason: string,
): Parameter<K> {
  return single(
    name,
    (text) => (WHOLE_NUMBER.test(text) ? read(Math.min(LARGEST, Number(text))) : null),
    reason,
    String,
  )
}

function bound<K extends 'from' | 'to'>(name: K): Parameter<K> {
  const reason = 'a date is a year, a month or a day: 1999, 1999-06 or 1999-06-12'
  return single(
    name,
    (text) => (isBound(text) ? text : null),
    reason,
    (value) => value ?? '',
  )
}

/** A parameter that stands once; of several, the first that is given counts. */
function single<K extends keyof SearchState>(
  name: K,
  read: (text: string) => SearchState[K] | null,
  reason: string,
  write: (value: SearchState[K]) => string,
): Parameter<K> {
  return {
    name,
    read: (texts) => {
      const [text, ...others] = given(texts).map((value) => value.trim())
      if (text === undefined) return { value: EMPTY_STATE[name], ignored: [] }
      const value = read(text)
      const ignored = standsOnce(name, text, others)
      if (value === null) ignored.unshift({ value: text, reason })
      return { value: value ?? EMPTY_STATE[name], ignored }
    },
    write: (value) => (value === EMPTY_STATE[name] ? [] : [write(value)]),
  }
}

const standsOnce = (name: string, text: string, others: string[]): Read<unknown>['ignored'] =>
  others
    .filter((other) => other !== text)
    .map((value) => ({ value, reason: `${name} stands once: the first counts` }))

const query: Parameter<'q'> = {
  name: 'q',
  read: (texts) => {
    const [text = '', ...others] = given(texts)
    const value = text.slice(0, MAX_QUERY_LENGTH).toWellFormed().replaceAll('\ufffd', '')
    const reason = `only the first ${MAX_QUERY_LENGTH} characters are searched`
    const ignored =
      text.length > MAX_QUERY_LENGTH ? [{ value: text.slice(MAX_QUERY_LENGTH), reason }] : []
    return { value, ignored: [...ignored, ...standsOnce('q', text, others)] }
  },
  write: (value) => (value === '' ? [] : [value]),
}

// Each row is read and written with its own type; the table as a whole only knows that they agree.
const PARAMETERS = [
  query,
  list('actor'),
  choice('actorMatch', ['any', 'all']),
  list('notActor'),
  kinds,
  list('document'),
  list('section'),
  bound('from'),
  bound('to'),
  flag('undated'),
  flag('exact'),
  flag('meaning'),
  flag('names'),
  choice('sort', SORTS),
  wholeNumber('page', (value) => (value >= 1 ? value : null), 'pages count from 1'),
  wholeNumber(
    'size',
    (value) => Math.min(MAX_SIZE, Math.max(1, value)),
    `a size is a whole number from 1 to ${MAX_SIZE}`,
  ),
  choice('view', VIEWS),
] as unknown as Parameter<keyof SearchState>[]

/** The state that a link's parameters say, and what of them was not understood. Never throws. */
export function stateFromParams(params: URLSearchParams): {
  state: SearchState
  ignored: Ignored[]
} {
  const state: Record<string, unknown> = { ...EMPTY_STATE }
  const ignored: Ignored[] = []
  for (const parameter of PARAMETERS) {
    const read = parameter.read(params.getAll(parameter.name))
    state[parameter.name] = read.value
    for (const { value, reason } of read.ignored) {
      ignored.push({ parameter: parameter.name, value, reason })
    }
  }
  return { state: state as SearchState, ignored }
}

/** The parameters of a state: stable in order, defaults left out. */
export function paramsFromState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams()
  for (const parameter of PARAMETERS) {
    for (const text of parameter.write(state[parameter.name])) params.append(parameter.name, text)
  }
  return params
}

/** `?q=…`, or the empty string for the empty state. */
export function searchOf(state: SearchState): string {
  const params = paramsFromState(state).toString()
  return params === '' ? '' : `?${params}`
}

/** The relative address of the search page in a state. */
export const hrefOf = (state: SearchState): string => `/${searchOf(state)}`

/** Equal states have equal links. */
export const sameSearch = (a: SearchState, b: SearchState): boolean => searchOf(a) === searchOf(b)
