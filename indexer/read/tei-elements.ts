import type { MarkupElement } from './markup-tree.ts'

/**
 * What the elements of TEI are in HTML, which one reader reads. Elements that are not named here
 * are parts of their line.
 *
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/REF-ELEMENTS.html
 */
const IN_HTML: Readonly<Record<string, string>> = {
  // Parts of the text, and what stands at their beginning and end.
  ...as(
    'div',
    'text front body back group div div1 div2 div3 div4 div5 div6 div7 sp lg floatingText',
  ),
  ...as('p', 'p ab l speaker stage opener closer salute signed dateline byline docDate docAuthor'),
  ...as('p', 'titlePart docTitle docImprint imprimatur argument epigraph trailer postscript'),
  ...as('p', 'listBibl bibl biblStruct biblFull figDesc castItem entry person place org desc'),
  ...{
    lb: 'br',
    cb: 'br',
    fw: 'nav',
    hi: 'hi',
    date: 'time',
    quote: 'quote',
    q: 'quote',
    cit: 'cit',
  },
  ...{
    list: 'ul',
    item: 'li',
    event: 'li',
    table: 'table',
    row: 'tr',
    cell: 'td',
    figure: 'figure',
  },
  ...{ listEvent: 'ul', teiHeader: 'template', standOff: 'template', facsimile: 'template' },
}

function as(html: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, html]))
}

/** Of two readings of the same words, the editor's is shown. */
const REPLACED = new Set(['orig', 'sic', 'abbr'])

/** Where an element stands: its parent and the element before it, as they are in HTML. */
export type Place = { parent: string; before: string; depth: number }

/** The name in HTML of an element within `depth` parts of the text. */
export function nameInHtml(
  { name, attributes }: MarkupElement,
  { parent, before, depth }: Place,
): string {
  if (name === 'head' && parent === 'table') return 'caption'
  if (name === 'head') return parent === 'div' ? `h${Math.min(depth + 1, 6)}` : 'p'
  if (name === 'label') return parent === 'ul' ? 'dt' : 'span'
  if (name === 'item' && before === 'dt') return 'dd'
  if (name === 'bibl' && parent === 'blockquote') return 'footer'
  if (REPLACED.has(name) && parent === 'choice') return 'template'
  if (name === 'choice') return 'choice'
  const html = IN_HTML[name] ?? 'span'
  if (html === 'hi') return /bold/.test(attributes.get('rend') ?? '') ? 'b' : 'span'
  if (html === 'td') return attributes.get('role') === 'label' ? 'th' : 'td'
  // Within a paragraph, a quotation is a part of its sentence.
  if (html === 'quote' || html === 'cit') return parent === 'div' ? 'blockquote' : 'span'
  return html
}
