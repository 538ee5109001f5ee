import { attributeOf, childOf, childrenOf } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'

/** What a style, or a paragraph by itself, says of how its text is set; undefined: nothing. */
export type Setting = {
  /** Of the style, in lower case. */
  name?: string
  /** Level of the outline, from 1; null for text. */
  outline?: number | null
  list?: { id: string; level: number }
  bold?: boolean
  /** Half points. */
  size?: number
  /** Nobody sees it. */
  hidden?: boolean
}

/** The styles of a document, by id, with what they inherit. */
export class DocxStyles {
  readonly #own = new Map<string, Setting & { basedOn: string | undefined }>()
  readonly #resolved = new Map<string, Setting>()
  readonly #default: string
  /** Half points of text that no style says anything of. */
  readonly size: number

  constructor(nodes: MarkupNode[]) {
    const root = childOf(nodes, -1, 'styles')
    const defaults = childOf(nodes, root, 'docDefaults', 'rPrDefault', 'rPr')
    let normal = ''
    for (const at of root === -1 ? [] : childrenOf(nodes, root)) {
      if (nodes[at]?.name !== 'style') continue
      const id = attributeOf(nodes, at, 'styleId') ?? ''
      const name = attributeOf(nodes, childOf(nodes, at, 'name'), 'val')?.toLowerCase()
      const basedOn = attributeOf(nodes, childOf(nodes, at, 'basedOn'), 'val')
      const setting = {
        ...paragraphSetting(nodes, childOf(nodes, at, 'pPr')),
        ...runSetting(nodes, childOf(nodes, at, 'rPr')),
      }
      this.#own.set(id, { ...(name !== undefined && { name }), ...setting, basedOn })
      const isDefault = /^(?:1|true|on)$/.test(attributeOf(nodes, at, 'default') ?? '')
      if (isDefault && attributeOf(nodes, at, 'type') === 'paragraph') normal = id
    }
    this.#default = normal
    this.size = this.of(undefined).size ?? runSetting(nodes, defaults).size ?? ECMA_SIZE
  }

  /** A style with what it inherits; without an id, that of paragraphs that name none. */
  of(id: string | undefined): Setting {
    const wanted = id ?? this.#default
    const known = this.#resolved.get(wanted)
    if (known !== undefined) return known
    const chain: Setting[] = []
    const seen = new Set<string>()
    for (let next: string | undefined = wanted; next !== undefined && !seen.has(next); ) {
      seen.add(next)
      const own = this.#own.get(next)
      if (own === undefined) break
      // A style that is based on a heading is one at its level, by whatever name.
      const outline = headingOf(own.name)
      chain.unshift(outline === null ? own : { outline, ...own })
      next = own.basedOn
    }
    const resolved: Setting = Object.assign({}, ...chain)
    this.#resolved.set(wanted, resolved)
    return resolved
  }
}

const ECMA_SIZE = 20

/** The level that the name of a built-in style says, in whatever language Word speaks. */
function headingOf(name: string | undefined): number | null {
  const level =
    /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|заголовок) ?([1-9])\b/i.exec(
      name ?? '',
    )?.[1]
  return level === undefined ? null : Number(level)
}

/** What `pPr` says. */
export function paragraphSetting(nodes: MarkupNode[], at: number): Setting {
  const setting: Setting = {}
  if (at === -1) return setting
  const outline = attributeOf(nodes, childOf(nodes, at, 'outlineLvl'), 'val')
  if (outline !== undefined) setting.outline = Number(outline) < 9 ? Number(outline) + 1 : null
  const list = childOf(nodes, at, 'numPr')
  if (list !== -1) {
    const id = attributeOf(nodes, childOf(nodes, list, 'numId'), 'val')
    const level = Number(attributeOf(nodes, childOf(nodes, list, 'ilvl'), 'val') ?? '0')
    if (id !== undefined) setting.list = { id, level: Math.min(Math.max(level, 0), 8) || 0 }
  }
  return setting
}

/** What `rPr` says. */
export function runSetting(nodes: MarkupNode[], at: number): Setting {
  const setting: Setting = {}
  if (at === -1) return setting
  for (const child of childrenOf(nodes, at)) {
    const { name } = nodes[child] as MarkupNode
    const value = attributeOf(nodes, child, 'val')
    const on = !/^(?:0|false|off|none)$/.test(value ?? '')
    if (name === 'b') setting.bold = on
    else if (name === 'sz' && Number(value) > 0) setting.size = Number(value)
    else if (name === 'vanish' || name === 'webHidden') setting.hidden = on
  }
  return setting
}
