import { Tokenizer } from 'htmlparser2'
import { SourceError } from '../errors.ts'
import { type Attributes, NONE, SharedAttributes } from './shared-attributes.ts'

/**
 * A document's markup as a flat tree: its nodes in the order of the source, each with the index of
 * its parent and of its last descendant. Nothing here or above it calls itself, and each tag costs
 * the same however deep it stands, so that no nesting is too deep.
 */

export type MarkupElement = {
  /** In lower case in HTML; without its namespace prefix in XML. */
  name: string
  attributes: Attributes
  text: null
  /** Of the source, from 1. */
  line: number
  /** -1 at the top. */
  parent: number
  /** Index of its last descendant; its own when it has none. */
  last: number
}

export type MarkupText = Omit<MarkupElement, 'name' | 'attributes' | 'text'> & {
  name: ''
  text: string
}

export type MarkupNode = MarkupElement | MarkupText

/** What a dialect of markup leaves out: tags that need not be written. */
export type Dialect = {
  xml: boolean
  isVoid: (name: string) => boolean
  /** Told of each start tag before it is put into the tree: closes what it ends. */
  beforeStart: (name: string, open: OpenElements) => void
  /** The position among the open elements that an end tag closes; -1 when it closes nothing. */
  closes: (name: string, open: OpenElements) => number
  /** False for an attribute of which only matters that it is there. */
  isValueRead?: (attribute: string) => boolean
  /** Told, with the line, of an end tag that closes nothing or more than its own element. */
  onFault?: (fault: { line: number; end: string; open: string | null }) => void
}

/** The elements that are open, outermost first. */
export type OpenElements = {
  /** The position of the innermost open element of a name; -1 when none is open. */
  lastOf: (name: string) => number
  /** The name of the innermost open element; '' when none is open. */
  top: () => string
  /** Closes the element at a position, and all inside it. */
  closeFrom: (position: number) => void
}

/** So many different names are remembered. */
const MOST_NAMES = 500

/** About 1 GB of memory: more elements and texts than any page or edition has. */
export const MAX_NODES = 4_000_000

/**
 * Reads markup whose line ends are line feeds. Nothing outside is fetched.
 *
 * @throws SourceError for one with more than `MAX_NODES` elements and texts, nothing else
 */
export function markupTree(source: string, dialect: Dialect): MarkupNode[] {
  const builder = new TreeBuilder(source, dialect)
  const tokenizer = new Tokenizer({ xmlMode: dialect.xml, decodeEntities: true }, builder)
  tokenizer.write(source)
  tokenizer.end()
  builder.finish()
  return builder.nodes
}

class TreeBuilder implements OpenElements {
  readonly nodes: MarkupNode[] = []
  readonly #source: string
  readonly #dialect: Dialect
  /** Indices of nodes. */
  readonly #open: number[] = []
  /** Positions in `#open`, by name. */
  readonly #positions = new Map<string, number[]>()
  #tag = ''
  #tagLine = 1
  #attributes = NONE
  readonly #shared = new SharedAttributes()
  /** Names as understood, by how they are written. */
  readonly #names = new Map<string, string>()
  #attributeName = ''
  #attributeValue = ''
  #line = 1
  /** Offset of the line feed that ends the line; -1 in the last one. */
  #lineEnd: number

  constructor(source: string, dialect: Dialect) {
    this.#source = source
    this.#dialect = dialect
    this.#lineEnd = source.indexOf('\n')
  }

  lastOf(name: string): number {
    return this.#positions.get(name)?.at(-1) ?? -1
  }

  top(): string {
    return this.nodes[this.#open.at(-1) ?? -1]?.name ?? ''
  }

  closeFrom(position: number): void {
    while (this.#open.length > position) {
      const node = this.nodes[this.#open.pop() ?? -1]
      if (node === undefined) return
      node.last = this.nodes.length - 1
      this.#positions.get(node.name)?.pop()
    }
  }

  finish(): void {
    if (this.#dialect.xml && this.#open.length > 0) {
      this.#dialect.onFault?.({
        line: this.#lineAt(this.#source.length),
        end: '',
        open: this.top(),
      })
    }
    this.closeFrom(0)
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#name(start, end)
    this.#tagLine = this.#lineAt(start)
    this.#attributes = NONE
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#name(start, end)
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#source.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    this.#attributeValue += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    const name = this.#attributeName
    const isValueRead = this.#dialect.isValueRead?.(name) ?? true
    this.#attributes = this.#shared.with(
      this.#attributes,
      name,
      isValueRead ? this.#attributeValue : '',
    )
    this.#attributeValue = ''
  }

  onopentagend(): void {
    this.#start(this.#dialect.isVoid(this.#tag))
  }

  onselfclosingtag(): void {
    this.#start(this.#dialect.xml || this.#dialect.isVoid(this.#tag))
  }

  onclosetag(start: number, end: number): void {
    const name = this.#name(start, end)
    const position = this.#dialect.closes(name, this)
    if (position === -1 || position < this.#open.length - 1) {
      const open = this.top()
      this.#dialect.onFault?.({
        line: this.#lineAt(start),
        end: name,
        open: open === '' ? null : open,
      })
    }
    if (position >= 0) this.closeFrom(position)
  }

  ontext(start: number, end: number): void {
    this.#text(this.#source.slice(start, end), start)
  }

  ontextentity(codepoint: number): void {
    this.#text(String.fromCodePoint(codepoint), 0)
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.#dialect.xml) this.#text(this.#source.slice(start, end - offset), start)
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #start(empty: boolean): void {
    this.#dialect.beforeStart(this.#tag, this)
    const index = this.nodes.length
    if (index >= MAX_NODES) {
      const most = MAX_NODES.toLocaleString('en')
      throw new SourceError(`has more than ${most} elements and texts in it: split it`)
    }
    this.nodes.push({
      name: this.#tag,
      attributes: this.#attributes,
      text: null,
      line: this.#tagLine,
      parent: this.#open.at(-1) ?? -1,
      last: index,
    })
    if (empty) return
    const positions = this.#positions.get(this.#tag)
    if (positions === undefined) this.#positions.set(this.#tag, [this.#open.length])
    else positions.push(this.#open.length)
    this.#open.push(index)
  }

  #text(text: string, offset: number): void {
    const parent = this.#open.at(-1) ?? -1
    const index = this.nodes.length
    const before = this.nodes[index - 1]
    if (before !== undefined && before.text !== null && before.parent === parent) {
      before.text += text
    } else {
      this.nodes.push({ name: '', text, line: this.#lineAt(offset), parent, last: index })
    }
  }

  /** One string for each name: of a million cells, each would keep its own. */
  #name(start: number, end: number): string {
    const written = this.#source.slice(start, end)
    const known = this.#names.get(written)
    if (known !== undefined) return known
    const name = this.#dialect.xml ? written.replace(/^[^:]*:/, '') : written.toLowerCase()
    if (this.#names.size < MOST_NAMES) this.#names.set(written, name)
    return name
  }

  /** Offsets come in order: only what lies between is counted. */
  #lineAt(offset: number): number {
    while (this.#lineEnd !== -1 && this.#lineEnd < offset) {
      this.#line++
      this.#lineEnd = this.#source.indexOf('\n', this.#lineEnd + 1)
    }
    return this.#line
  }
}
