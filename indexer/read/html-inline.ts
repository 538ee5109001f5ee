import type { HtmlPage } from './html-page.ts'
import type { MarkupElement } from './markup-tree.ts'

/** Elements within a line. */

const STRONG = new Set(['b', 'strong', 'big'])

/** Whether the text in an element is bold or set large. */
export function isStrong({ name, attributes }: MarkupElement): boolean {
  if (STRONG.has(name)) return true
  if (name === 'font') return /^\+|^[4-7]$/.test(attributes.get('size') ?? '')
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.get('style') ?? '')
}

/** `1999<sup><a href="#note">2</a></sup>`: a sign of the page, not a part of the word before it. */
export function isFootnoteMark({ name }: MarkupElement, page: HtmlPage, at: number): boolean {
  const { letters, links } = page.of(at)
  return name === 'sup' && links > 0 && letters <= 3
}
