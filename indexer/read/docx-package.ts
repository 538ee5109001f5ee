import { SourceError } from '../errors.ts'
import { declaredCharset } from '../source/declared-charset.ts'
import { decode } from '../source/decode.ts'
import { textWithin } from './markup-query.ts'
import type { MarkupNode } from './markup-tree.ts'
import { xmlTree } from './tei-tree.ts'
import { ZipArchive } from './zip.ts'

/** The parts of a Word document that hold text or say how it is set, as trees. */
export type DocxPackage = {
  /** Of the document's properties; '' when they have none. */
  title: string
  body: MarkupNode[]
  styles: MarkupNode[]
  numbering: MarkupNode[]
  footnotes: MarkupNode[]
  endnotes: MarkupNode[]
  comments: MarkupNode[]
  /** Of the pages, above and below the text. */
  margins: MarkupNode[][]
}

/** @throws SourceError for what is no Word document, is protected, damaged, or unpacks to too much */
export async function openDocxPackage(bytes: Uint8Array): Promise<DocxPackage> {
  refuseOthers(bytes)
  const zip = await ZipArchive.open(bytes)
  const tree = async (name: string | undefined): Promise<MarkupNode[]> => {
    const part = name === undefined ? null : await zip.read(name)
    return part === null ? [] : xmlOf(part, name ?? '')
  }
  const top = relations(await tree('_rels/.rels'), '')
  const main = top.get('officeDocument')?.[0] ?? 'word/document.xml'
  const body = await tree(main)
  if (!body.some(({ name }) => name === 'body')) {
    throw new SourceError(
      `is no Word document: there is no text in ${main}: save it as .docx again`,
    )
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const near = relations(await tree(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const one = (type: string): Promise<MarkupNode[]> =>
    tree(near.get(type)?.[0] ?? `${folder}${type}.xml`)
  const margins: MarkupNode[][] = []
  for (const name of [...(near.get('header') ?? []), ...(near.get('footer') ?? [])]) {
    margins.push(await tree(name))
  }
  return {
    title: titleIn(await tree(top.get('core-properties')?.[0] ?? 'docProps/core.xml')),
    body,
    styles: await one('styles'),
    numbering: await one('numbering'),
    footnotes: await one('footnotes'),
    endnotes: await one('endnotes'),
    comments: await one('comments'),
    margins,
  }
}

function xmlOf(part: Uint8Array, name: string): MarkupNode[] {
  try {
    return xmlTree(decode(part, declaredCharset(part)).replace(/\r\n?/g, '\n'))
  } catch (error) {
    if (error instanceof SourceError) throw new SourceError(`is damaged: ${name} ${error.message}`)
    throw error
  }
}

/** The parts that a part names, by type, within the document: what lies outside is never asked for. */
function relations(nodes: MarkupNode[], folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const node of nodes) {
    if (node.text !== null || node.name !== 'Relationship') continue
    const { attributes } = node
    if (attributes.get('TargetMode') === 'External') continue
    const type = attributes.get('Type')?.split('/').at(-1) ?? ''
    const target = attributes.get('Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
    found.set(type, [...(found.get(type) ?? []), path.replace(/[^/]+\/\.\.\//g, '')])
  }
  return found
}

function titleIn(properties: MarkupNode[]): string {
  const at = properties.findIndex(({ name }) => name === 'title')
  return at === -1 ? '' : textWithin(properties, at)
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start

/** What people call .docx, and is none: each is told what it is. */
function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new SourceError('is empty: there is nothing to index')
  if (startsWith(bytes, 'PK')) return
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
    throw new SourceError(
      locked
        ? 'is protected with a password: save it without'
        : 'is an old Word document (.doc) by another name: save it as .docx',
    )
  }
  if (startsWith(bytes, '{\\rtf')) throw new SourceError('is RTF by another name: save it as .docx')
  throw new SourceError('is no Word document, whatever its name says: save it as .docx again')
}
