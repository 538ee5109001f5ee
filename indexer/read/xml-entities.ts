import type { Broken } from '../table/table.ts'

/** XML's own five stand for a sign. */
const OWN = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** What holds no reference, by how it begins and ends: comments, plain characters, declarations. */
const APART: readonly [start: string, end: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
]

/**
 * The entities that a text refers to, each where it stands first. What one stands for may lie in
 * another file, or be a thousand times longer than its name: none is fetched or expanded.
 */
export function unreadEntities(source: string): Broken[] {
  const found = new Map<string, number>()
  let line = 1
  let counted = 0
  for (const { text, from } of textsOf(source)) {
    for (const { 1: name = '', index } of text.matchAll(/&([\p{L}_][\p{L}\p{N}._:-]*);/gu)) {
      if (OWN.has(name) || found.has(name)) continue
      line += source.slice(counted, from + index).split('\n').length - 1
      counted = from + index
      found.set(name, line)
    }
  }
  return [...found].map(([name, line]) => ({
    line,
    reason: `the entity &${name}; is not fetched or expanded: its name stands in the text`,
  }))
}

function* textsOf(source: string): Generator<{ text: string; from: number }> {
  for (let from = 0; from < source.length; ) {
    const next = source.indexOf('<!', from)
    yield { text: source.slice(from, next === -1 ? undefined : next), from }
    const [, end = '>'] = APART.find(([start]) => source.startsWith(start, next)) ?? []
    const last = next === -1 ? -1 : source.indexOf(end, next + 2)
    if (last === -1) return
    from = last + end.length
  }
}
