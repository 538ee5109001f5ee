import type { DocxPackage } from './docx-package.ts'
import type { MarkupNode } from './markup-tree.ts'

type Note = { nodes: MarkupNode[]; at: number; line: number }

/** The notes of a document that were referred to and not read yet, in order. */
export class DocxNotes {
  readonly #notes: Record<string, { nodes: MarkupNode[]; places: Map<string, number> }>
  #waiting: Note[] = []

  constructor({ footnotes, endnotes }: DocxPackage) {
    this.#notes = {
      footnoteReference: { nodes: footnotes, places: placesOf(footnotes, 'footnote') },
      endnoteReference: { nodes: endnotes, places: placesOf(endnotes, 'endnote') },
    }
  }

  /** Each note is read once, however often it is referred to. */
  refer(reference: string, id: string | undefined, line: number): void {
    const { nodes, places } = this.#notes[reference] ?? {}
    const at = places?.get(id ?? '')
    if (nodes === undefined || at === undefined) return
    places?.delete(id ?? '')
    this.#waiting.push({ nodes, at, line })
  }

  take(): Note[] {
    return this.#waiting.splice(0)
  }
}

/** By id. The lines that separate notes from the text are of a type. */
function placesOf(nodes: MarkupNode[], name: string): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, node] of nodes.entries()) {
    if (node.text !== null || node.name !== name || node.attributes.has('type')) continue
    places.set(node.attributes.get('id') ?? '', at)
  }
  return places
}
