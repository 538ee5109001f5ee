import { isMap, isScalar, isSeq } from 'yaml'
import type { Reader } from './authority-yaml.ts'
import type { ContextRule } from './context-rule.ts'
import { tokensOf } from './tokens.ts'

/** The aliases of an actor and the context rules that bind them, as an authority file writes both. */

export const RULE_FIELDS = ['onlyWith', 'notWith'] as const

export type ReadAliases = {
  aliases: string[]
  /** 1-based, of each alias. */
  aliasLines: number[]
  /** By alias; those of the actor bind each alias that has none of its own. */
  rules: Map<string, ContextRule>
}

/** @param line of the actor, where a node has none */
export function aliasesOf(node: unknown, own: ContextRule | null, reader: Reader, line: number) {
  const read: ReadAliases = { aliases: [], aliasLines: [], rules: new Map() }
  if (node === undefined || (isScalar(node) && node.value === null)) return read
  if (!isSeq(node)) {
    reader.report(reader.lineOf(node, line), 'aliases must be a list')
    return read
  }
  for (const item of node.items) {
    const at = reader.lineOf(item, line)
    const alias = isMap(item) ? aliasField(item, reader, at) : item
    if (!isScalar(alias) || typeof alias.value !== 'string') {
      reader.report(at, 'an alias must be a text: put it in quotation marks')
      continue
    }
    const text = collapsed(alias.value)
    const rule = (isMap(item) ? ruleOf(item, reader, at) : null) ?? own
    if (rule !== null) read.rules.set(text, rule)
    read.aliases.push(text)
    read.aliasLines.push(at)
  }
  return read
}

type Fields = { items: { key: unknown }[]; get(key: string, keep: true): unknown }

/** `{alias: Jordan, notWith: [river]}` */
function aliasField(item: Fields, { report, lineOf }: Reader, line: number): unknown {
  const known: string[] = ['alias', ...RULE_FIELDS]
  for (const { key } of item.items) {
    const field = isScalar(key) ? String(key.value) : ''
    if (known.includes(field)) continue
    report(lineOf(key, line), `unknown field "${field}" of an alias (known: ${known.join(', ')})`)
  }
  return item.get('alias', true)
}

/** The context rule that stands at an actor or an alias; null when there is none. */
export function ruleOf(item: Fields, reader: Reader, line: number): ContextRule | null {
  const rule = { onlyWith: [] as string[], notWith: [] as string[] }
  for (const field of RULE_FIELDS) {
    const node = item.get(field, true)
    if (node === undefined || (isScalar(node) && node.value === null)) continue
    const words = isSeq(node) ? node.items : [node]
    for (const word of words) {
      const text = isScalar(word) && typeof word.value === 'string' ? collapsed(word.value) : ''
      if (tokensOf(text).length > 0) rule[field].push(text)
      else reader.report(reader.lineOf(word, line), `${field} must be a list of words or names`)
    }
  }
  return rule.onlyWith.length + rule.notWith.length === 0 ? null : rule
}

export const collapsed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
