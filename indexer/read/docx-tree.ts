import { SourceError } from '../errors.ts'
import type { LeftOut } from '../parsed.ts'
import { DocxNotes } from './docx-notes.ts'
import { DocxNumbering } from './docx-numbering.ts'
import type { DocxPackage } from './docx-package.ts'
import { DocxStyles, paragraphSetting, runSetting, type Setting } from './docx-styles.ts'
import { DocxTables } from './docx-tables.ts'
import { MarkupBuilder } from './markup-builder.ts'
import { attributeOf, childOf, childrenOf, textWithin } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'

export type DocxTree = {
  /** In the names of HTML; their lines are the numbers of paragraphs. */
  nodes: MarkupNode[]
  leftOut: LeftOut[]
  /** Whether a paragraph is in the style for titles: it is the only `h1`. */
  titled: boolean
}

/** A Word document in the names of HTML, which one reader reads. */
export function docxTree(document: DocxPackage): DocxTree {
  return new DocxWalk(document).run()
}

/** They hold how something is set, and how it was before a change. */
const PROPERTIES = /^(?:p|r|tr|tbl|tc|sect|sdt|sdtEnd|tblEx)Pr(?:Change)?$|^tblGrid$/
/** Text of which a reader of the page sees nothing. */
const UNSEEN = new Set(['instrText', 'delInstrText', 'delText', 'rt', 'altChunk'])
const DELETED = new Set(['del', 'moveFrom'])
const DRAWN = new Set(['drawing', 'pict', 'object'])
/** A text box may hold another one; a hundred are nobody's. */
const DEEPEST_BOX = 20
const CONTENTS = /^toc(?: heading| ?\d)|^table of (?:figures|contents|authorities)/
const QUOTES = /^(?:intense )?quot(?:e|ation)s?$|^block text$|^block ?quote$/
/** How much larger than the text a line is set to stand out as bold does. */
const LARGE = 1.2

class DocxWalk {
  readonly #document: DocxPackage
  readonly #styles: DocxStyles
  readonly #numbering: DocxNumbering
  readonly #notes: DocxNotes
  readonly #out = new MarkupBuilder()
  readonly #tables = new DocxTables(this.#out)
  readonly #leftOut: LeftOut[] = []
  readonly #titled: boolean
  /** Number of the paragraph that was begun last. */
  #line = 0
  #paragraph: Setting | null = null
  /** Text boxes that stand beside the paragraph which is being read. */
  #boxes: { nodes: MarkupNode[]; at: number }[] = []
  #boxDepth = 0
  /** The paragraph goes on in the next one: its end was deleted, or its first letter stands apart. */
  #continues = false
  #inNotes = false
  #titles = 0

  constructor(document: DocxPackage) {
    this.#document = document
    this.#styles = new DocxStyles(document.styles)
    this.#numbering = new DocxNumbering(document.numbering)
    this.#notes = new DocxNotes(document)
    this.#titled = document.body.some(
      (node) =>
        node.name === 'pStyle' && this.#styles.of(node.attributes.get('val')).name === 'title',
    )
  }

  run(): DocxTree {
    const { body, comments, margins } = this.#document
    const at = body.findIndex(({ name }) => name === 'body')
    this.#walk(body, at)
    this.#endParagraph()
    this.#endNotes()
    this.#out.closeTo(0)
    for (const nodes of margins) {
      for (const at of childrenOf(nodes, -1)) this.#leave(nodes, at, 'header or footer')
    }
    for (const [at, { name }] of comments.entries()) {
      if (name === 'comment') this.#leave(comments, at, 'comment')
    }
    return { nodes: this.#out.nodes, leftOut: this.#leftOut, titled: this.#titled }
  }

  /** Reads what is in an element, without calling itself but for text boxes and notes. */
  #walk(nodes: MarkupNode[], root: number): void {
    const ends: { last: number; leave: () => void }[] = []
    const leaveBefore = (at: number): void => {
      for (let end = ends.at(-1); end !== undefined && end.last < at; end = ends.at(-1)) {
        ends.pop()
        end.leave()
      }
    }
    const last = nodes[root]?.last ?? -1
    for (let at = root + 1; at <= last; at++) {
      leaveBefore(at)
      const node = nodes[at]
      if (node === undefined || node.text !== null) continue
      const done = this.#enter(nodes, at)
      if (done === 'skip') at = node.last
      else if (done !== null) ends.push({ last: node.last, leave: done })
    }
    leaveBefore(last + 1)
  }

  /** @returns what is done at the element's end, null for nothing, 'skip' when it is dealt with */
  #enter(nodes: MarkupNode[], at: number): (() => void) | 'skip' | null {
    const { name } = nodes[at] as MarkupNode
    if (name === 'p') return this.#enterParagraph(nodes, at)
    if (name === 'r') return this.#enterRun(nodes, at)
    if (PROPERTIES.test(name) || UNSEEN.has(name)) return 'skip'
    if (DELETED.has(name)) return this.#leave(nodes, at, 'deleted')
    if (DRAWN.has(name)) return this.#draw(nodes, at)
    if (name === 'Fallback') return hasChoice(nodes, at) ? 'skip' : null
    if (name === 'sdt') return this.#enterControl(nodes, at)
    if (name === 'tbl') {
      this.#endParagraph()
      this.#closeQuote()
      return this.#tables.table(nodes, at, this.#line + 1)
    }
    if (name === 'tr') {
      const deleted = childOf(nodes, at, 'trPr', 'del') !== -1
      return deleted
        ? this.#leave(nodes, at, 'deleted')
        : this.#tables.row(nodes, at, this.#line + 1)
    }
    if (name === 'tc') return this.#enterCell(nodes, at)
    return this.#inline(nodes, at)
  }

  #enterCell(nodes: MarkupNode[], at: number): (() => void) | 'skip' | null {
    const deleted = childOf(nodes, at, 'tcPr', 'cellDel') !== -1
    if (deleted) return this.#leave(nodes, at, 'deleted')
    const leave = this.#tables.cell(nodes, at, this.#line + 1)
    if (typeof leave !== 'function') return leave
    return () => {
      this.#endParagraph()
      leave()
    }
  }

  #inline(nodes: MarkupNode[], at: number): 'skip' | null {
    const { name } = nodes[at] as MarkupNode
    if (name === 't') this.#text(textOf(nodes, at))
    else if (name === 'tab' || name === 'ptab') this.#text(' ')
    else if (name === 'noBreakHyphen') this.#text('-')
    else if (name === 'sym') this.#text(symbolOf(attributeOf(nodes, at, 'char')))
    else if (name === 'br' || name === 'cr') this.#break()
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      this.#notes.refer(name, attributeOf(nodes, at, 'id'), this.#line)
    } else return null
    return 'skip'
  }

  #text(text: string): void {
    if (text !== '' && this.#paragraph !== null) this.#out.text(text, this.#line)
  }

  #break(): void {
    if (this.#paragraph === null) return
    this.#out.open('br', this.#line)
    this.#out.close()
  }

  #enterRun(nodes: MarkupNode[], at: number): (() => void) | 'skip' | null {
    const properties = childOf(nodes, at, 'rPr')
    const style = attributeOf(nodes, childOf(nodes, properties, 'rStyle'), 'val')
    const setting: Setting = {
      ...this.#paragraph,
      ...(style === undefined ? {} : this.#styles.of(style)),
      ...runSetting(nodes, properties),
    }
    if (setting.hidden === true) return this.#leave(nodes, at, 'hidden')
    const large = (setting.size ?? this.#styles.size) >= this.#styles.size * LARGE
    if (this.#paragraph === null || (setting.bold !== true && !large)) return null
    this.#out.open('b', this.#line)
    return () => this.#out.close()
  }

  #enterParagraph(nodes: MarkupNode[], at: number): (() => void) | 'skip' {
    // A paragraph within another one is of a drawing.
    if (this.#paragraph !== null && !this.#continues) return 'skip'
    this.#line++
    const properties = childOf(nodes, at, 'pPr')
    const continued = this.#continues
    this.#continues = goesOn(nodes, properties)
    if (!continued) {
      const style = this.#styles.of(attributeOf(nodes, childOf(nodes, properties, 'pStyle'), 'val'))
      const setting = { ...style, ...paragraphSetting(nodes, properties) }
      this.#openParagraph(setting)
      this.#paragraph = setting
    }
    return () => this.#leaveParagraph()
  }

  #leaveParagraph(): void {
    if (!this.#continues) this.#endParagraph()
  }

  #endParagraph(): void {
    this.#continues = false
    if (this.#paragraph === null) return
    this.#out.closeTo(this.#paragraphDepth)
    this.#paragraph = null
    for (const { nodes, at } of this.#boxes.splice(0)) this.#readBox(nodes, at)
  }

  /** Elements that are open around the paragraph. */
  #paragraphDepth = 0

  #openParagraph(setting: Setting): void {
    const name = setting.name ?? ''
    const outline = this.#levelOf(setting)
    const plain = this.#tables.inside || this.#inNotes || this.#boxDepth > 0
    if (outline !== null && !plain) this.#endNotes()
    const quoted = QUOTES.test(name) && !plain
    if (!quoted) this.#closeQuote()
    else if (this.#out.top?.name !== 'blockquote') this.#out.open('blockquote', this.#line)
    this.#paragraphDepth = this.#out.depth
    if (CONTENTS.test(name)) this.#out.open('nav', this.#line)
    const list = setting.list === undefined ? null : this.#numbering.elementOf(setting.list)
    if (outline !== null && !this.#tables.inside) this.#out.open(`h${outline}`, this.#line)
    else if (list !== null && setting.list !== undefined && !this.#tables.inside) {
      for (let depth = 0; depth <= setting.list.level; depth++) this.#out.open(list, this.#line)
      this.#out.open('li', this.#line)
    } else this.#out.open('p', this.#line)
  }

  /** The level of a heading in HTML: the title stands above all others. */
  #levelOf({ name, outline }: Setting): number | null {
    if (name === 'title') return this.#titles++ === 0 ? 1 : 2
    if (outline === undefined || outline === null) return null
    return Math.min(outline + (this.#titled ? 1 : 0), 6)
  }

  #closeQuote(): void {
    if (this.#out.top?.name === 'blockquote') this.#out.close()
  }

  /** A table of contents, or a place that waits for its text, is no text. */
  #enterControl(nodes: MarkupNode[], at: number): (() => void) | 'skip' | null {
    const properties = childOf(nodes, at, 'sdtPr')
    if (childOf(nodes, properties, 'showingPlcHdr') !== -1) {
      return this.#leave(nodes, at, 'placeholder')
    }
    const gallery = childOf(nodes, properties, 'docPartObj', 'docPartGallery')
    const contents = attributeOf(nodes, gallery, 'val') === 'Table of Contents'
    return contents ? this.#leave(nodes, at, 'navigation') : null
  }

  #draw(nodes: MarkupNode[], at: number): 'skip' {
    const { last } = nodes[at] as MarkupNode
    for (let inner = at + 1; inner <= last; inner++) {
      const node = nodes[inner] as MarkupNode
      const skipped = node.name === 'Fallback' && hasChoice(nodes, inner)
      if (node.name === 'txbxContent') this.#boxes.push({ nodes, at: inner })
      if (skipped || node.name === 'txbxContent') inner = node.last
    }
    if (this.#paragraph === null) {
      for (const box of this.#boxes.splice(0)) this.#readBox(box.nodes, box.at)
    }
    return 'skip'
  }

  #readBox(nodes: MarkupNode[], at: number): void {
    if (this.#boxDepth === DEEPEST_BOX) {
      throw new SourceError(`nests text boxes more than ${DEEPEST_BOX} deep: take them apart`)
    }
    this.#boxDepth++
    const line = this.#line
    this.#walk(nodes, at)
    this.#line = line
    this.#boxDepth--
  }

  /** Notes stand at the end of the section that refers to them. */
  #endNotes(): void {
    if (this.#inNotes) return
    this.#inNotes = true
    this.#closeQuote()
    for (const { nodes, at, line } of this.#notes.take()) {
      const before = this.#line
      this.#line = line - 1
      this.#walk(nodes, at)
      this.#line = before
    }
    this.#inNotes = false
  }

  #leave(nodes: MarkupNode[], at: number, reason: LeftOut['reason']): 'skip' {
    const text = leftText(nodes, at)
    if (text !== '') this.#leftOut.push({ text, line: Math.max(this.#line, 1), reason })
    return 'skip'
  }
}

/** Whether the end of a paragraph was deleted, or it is a letter that is set apart from its word. */
function goesOn(nodes: MarkupNode[], properties: number): boolean {
  if (childOf(nodes, properties, 'rPr', 'del') !== -1) return true
  return attributeOf(nodes, childOf(nodes, properties, 'framePr'), 'dropCap') !== undefined
}

/** Whether the same is there in the way of newer programs. */
function hasChoice(nodes: MarkupNode[], at: number): boolean {
  return childOf(nodes, nodes[at]?.parent ?? -1, 'Choice') !== -1
}

function textOf(nodes: MarkupNode[], at: number): string {
  const parts = nodes.slice(at, (nodes[at]?.last ?? -1) + 1).map(({ text }) => text ?? '')
  return parts.join('')
}

/** All words in an element, deleted ones too. */
function leftText(nodes: MarkupNode[], at: number): string {
  const spaced = nodes.slice(at, (nodes[at]?.last ?? -1) + 1).map((node): MarkupNode => {
    if (node.text === null) return node
    const { name } = nodes[node.parent] ?? { name: '' }
    return { ...node, text: name === 't' || name === 'delText' ? node.text : ' ' }
  })
  return textWithin(spaced, 0)
}

/** A character of a font of symbols has no meaning outside it. */
function symbolOf(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16)
  return Number.isNaN(code) || code >= 0xe000 ? '' : String.fromCodePoint(code)
}
