import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { ACTOR_TYPES, type ActorType } from '#schema/entry'
import { clampName } from '#schema/facet-key'
import type { AuthorityActor } from './authority.ts'
import { aliasesOf, collapsed, RULE_FIELDS, ruleOf } from './authority-aliases.ts'

/** The form of an authority file: YAML and fields; what names mean together is `unambiguous.ts`. */

/** Names a problem: its 1-based line and what is wrong, in one line. */
export type Report = (line: number, message: string) => void

/** An actor and the line of each of its aliases. */
export type ReadActor = AuthorityActor & { aliasLines: number[] }

const FIELDS = ['id', 'name', 'type', 'aliases', 'wikidata', ...RULE_FIELDS]
const ID = /^[a-zA-Z0-9_-]{1,100}$/
const WIKIDATA = /^Q[1-9]\d*$/

/** Reads every actor that is complete; a file that is not YAML has none. */
export function readActors(yaml: string, report: Report): ReadActor[] {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  for (const error of document.errors) {
    report(lines.linePos(error.pos[0]).line, `not valid YAML: ${oneLine(error.message)}`)
  }
  if (document.errors.length > 0) return []
  const reader: Reader = {
    report,
    lineOf: (node, fallback) => {
      const start = (node as Node | null)?.range?.[0]
      return start === undefined ? fallback : lines.linePos(start).line
    },
  }
  return listOf(document.contents, reader)
    .map((item) => actorOf(item, reader))
    .filter((actor) => actor !== null)
}

export type Reader = {
  report: Report
  lineOf: (node: unknown, fallback: number) => number
}

function listOf(contents: unknown, { report, lineOf }: Reader): unknown[] {
  const list = isMap(contents) ? contents.get('actors', true) : contents
  if (isSeq(list)) return list.items
  if (list !== null && list !== undefined && !(isScalar(list) && list.value === null)) {
    report(lineOf(list, 1), 'expected a list of actors, each with id, name and type')
  } else if (isMap(contents) && contents.items.length > 0 && !contents.has('actors')) {
    report(lineOf(contents, 1), 'expected a list of actors, or one under the key "actors"')
  }
  return []
}

function actorOf(item: unknown, reader: Reader): ReadActor | null {
  const { report, lineOf } = reader
  const line = lineOf(item, 1)
  if (!isMap(item)) {
    report(line, 'expected an actor with id, name and type')
    return null
  }
  for (const { key } of item.items) {
    const field = isScalar(key) ? String(key.value) : ''
    if (FIELDS.includes(field)) continue
    report(lineOf(key, line), `unknown field "${field}" (known: ${FIELDS.join(', ')})`)
  }
  const text = (field: string): string | null => {
    const node = item.get(field, true)
    if (node === undefined || (isScalar(node) && (node.value === null || node.value === ''))) {
      report(line, `an actor has no ${field}`)
      return null
    }
    if (isScalar(node) && typeof node.value === 'string') return collapsed(node.value)
    report(lineOf(node, line), `${field} must be a text`)
    return null
  }
  const id = text('id')
  const name = text('name')
  const type = text('type')
  const wikidata = item.has('wikidata') ? text('wikidata') : null
  const aliases = aliasesOf(item.get('aliases', true), ruleOf(item, reader, line), reader, line)
  const refuse = (field: string, problem: string) =>
    report(lineOf(item.get(field, true), line), problem)
  if (id !== null && !ID.test(id)) refuse('id', `id "${id}": use letters, digits, - and _ only`)
  if (type !== null && !isActorType(type)) {
    refuse('type', `unknown type "${type}" (known: ${ACTOR_TYPES.join(', ')})`)
  }
  if (wikidata !== null && !WIKIDATA.test(wikidata)) {
    refuse('wikidata', `wikidata "${wikidata}": expected Q and digits`)
  }
  if (id === null || !ID.test(id) || name === null || type === null || !isActorType(type)) {
    return null
  }
  const actor = { id, name: clampName(name), type, ...aliases, line }
  return wikidata === null ? actor : { ...actor, wikidata }
}

const isActorType = (type: string): type is ActorType =>
  (ACTOR_TYPES as readonly string[]).includes(type)

const oneLine = (text: string): string => text.split('\n', 1)[0] ?? ''
