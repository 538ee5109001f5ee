import { parseArgs } from 'node:util'
import { UsageError } from './errors.ts'
import { type ColumnMap, FIELDS, isField } from './table/columns.ts'

export type IndexOptions = {
  mode: 'index'
  sources: string[]
  replace: boolean
  dryRun: boolean
  out: string | null
  report: string | null
  actors: string | null
  /** The file for the names that the authority file does not have. */
  suggestActors: string | null
  allowPrivate: boolean
  /** The columns of tables, where their names do not tell. */
  map: ColumnMap
}

export type Options =
  | IndexOptions
  | { mode: 'remove'; ids: string[]; report: string | null }
  | { mode: 'list' }
  | { mode: 'help' }

/** Option → what its value is, for the message when there is none; null for a switch. */
const VALUES = {
  replace: null,
  remove: 'a document id',
  list: null,
  'dry-run': null,
  out: 'a file',
  report: 'a file',
  actors: 'a file',
  'suggest-actors': 'a file',
  'allow-private': null,
  map: 'field=column',
  help: null,
} as const

type Name = keyof typeof VALUES

const REPEATABLE: readonly Name[] = ['remove', 'map']

/** Options that an option excludes; `source` stands for every source. */
const EXCLUDES: Partial<Record<Name, readonly (Name | 'source')[]>> = {
  list: [
    'source',
    'remove',
    'replace',
    'dry-run',
    'out',
    'report',
    'actors',
    'suggest-actors',
    'allow-private',
    'map',
  ],
  remove: [
    'source',
    'replace',
    'dry-run',
    'out',
    'actors',
    'suggest-actors',
    'allow-private',
    'map',
  ],
}

/**
 * The command line, checked.
 *
 * @param args without node and script
 * @throws UsageError in one line
 */
export function parseOptions(args: string[]): Options {
  const { given, sources } = tokens(args)
  if (given.has('help')) return { mode: 'help' }
  refuseContradictions(given, sources)
  const one = (name: Name) => given.get(name)?.[0] ?? null
  if (given.has('list')) return { mode: 'list' }
  const ids = given.get('remove')
  if (ids) return { mode: 'remove', ids: [...new Set(ids)], report: one('report') }
  return {
    mode: 'index',
    sources,
    replace: given.has('replace'),
    dryRun: given.has('dry-run'),
    out: one('out'),
    report: one('report'),
    actors: one('actors'),
    suggestActors: one('suggest-actors'),
    allowPrivate: given.has('allow-private'),
    map: columnMap(given.get('map') ?? []),
  }
}

function columnMap(given: string[]): ColumnMap {
  const map: ColumnMap = {}
  for (const pair of given) {
    const [, field = '', column = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(pair) ?? []
    if (column === '') throw usage(`--map ${pair} is not of the form field=column`)
    if (!isField(field)) throw usage(`--map knows no field ${field}, but ${FIELDS.join(', ')}`)
    if (map[field] !== undefined) throw usage(`--map names the field ${field} twice`)
    map[field] = column
  }
  return map
}

function tokens(args: string[]): { given: Map<Name, string[]>; sources: string[] } {
  const given = new Map<Name, string[]>()
  const sources: string[] = []
  for (const token of tokenize(args)) {
    if (token.kind === 'positional') sources.push(nonEmpty(token.value))
    if (token.kind !== 'option') continue
    const { name, rawName } = token
    if (!isName(name)) throw usage(`Unknown option ${rawName}`)
    const wanted = VALUES[name]
    if (wanted === null && token.value !== undefined) throw usage(`--${name} takes no value`)
    // `--out --replace` is a forgotten file; a file of that name can be given as `--out=--replace`.
    const isForgotten = !token.value || (!token.inlineValue && token.value.startsWith('-'))
    if (wanted !== null && isForgotten) throw usage(`--${name} needs ${wanted}`)
    const before = given.get(name) ?? []
    if (before.length > 0 && wanted !== null && !REPEATABLE.includes(name)) {
      throw usage(`--${name} stands twice`)
    }
    given.set(name, [...before, token.value ?? ''])
  }
  return { given, sources }
}

function tokenize(args: string[]) {
  const options = Object.fromEntries(
    Object.entries(VALUES).map(([name, value]) => [
      name,
      {
        type: value === null ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' && { short: 'h' }),
      },
    ]),
  )
  return parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function refuseContradictions(given: Map<Name, string[]>, sources: string[]): void {
  const present = [...given.keys(), ...(sources.length > 0 ? (['source'] as const) : [])]
  for (const name of given.keys()) {
    const other = EXCLUDES[name]?.find((excluded) => present.includes(excluded))
    if (other === 'source') throw usage(`--${name} takes no source, but ${sources[0]} is given`)
    if (other) throw usage(`--${name} and --${other} do not go together`)
  }
}

const isName = (name: string): name is Name => Object.hasOwn(VALUES, name)

function nonEmpty(source: string): string {
  if (source.trim() === '') throw usage('A source is empty')
  return source
}

const usage = (problem: string) => new UsageError(`${problem} (--help lists the options)`)
