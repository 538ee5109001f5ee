import type { DateForms } from '../blocks.ts'
import { headingLevel } from './html-elements.ts'
import type { HtmlPage } from './html-page.ts'
import type { MarkupElement } from './markup-tree.ts'

/** What a page carries around its text: told by what an element is, is called, or holds. */

const ALWAYS = new Set(['nav', 'aside', 'form', 'button', 'select', 'textarea', 'search'])
const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alertdialog)$/
const NAMED =
  /(?:^|[\s_-])(?:cookies?|cookie-?(?:banner|notice|consent|bar)|consent|gdpr|breadcrumbs?|skip-?(?:links?|nav|to-content)|site-?nav|navbar|menu)(?:$|[\s_-])/i
/** Share of letters in links above which a block is a menu. */
const DENSE = 0.8
/** Longer links are told sentences, not labels. */
const LONGEST_LABEL = 60
const MENUS = new Set(
  'ul ol dl dir menu p div center section table tbody tr td font span address h5 h6'.split(' '),
)

/** Tells navigation, asked about the elements of a page in order. */
export class Navigation {
  readonly #page: HtmlPage
  readonly #dates: DateForms
  /** The last node of links that are the lines of a timeline. */
  #datedUntil = -1

  constructor(page: HtmlPage, dates: DateForms) {
    this.#page = page
    this.#dates = dates
  }

  /** Whether an element is navigation or the like, with all that it holds. */
  is(index: number): boolean {
    const element = this.#page.nodes[index]
    if (element === undefined || element.text !== null) return false
    if (element.name === 'html' || element.name === 'body') return false
    if (this.#page.of(index).letters === 0) return false
    if (isCalledSo(this.#page, index, element)) return !holdsPage(this.#page, index)
    return this.#isMenu(index, element)
  }

  #isMenu(index: number, { name, last }: MarkupElement): boolean {
    const { letters, linkedLetters, links, mains } = this.#page.of(index)
    if (!MENUS.has(name) || index <= this.#datedUntil || links < 2 || mains > 0) return false
    if (linkedLetters < letters * DENSE || linkedLetters / links > LONGEST_LABEL) return false
    const lines = this.#page.linesOf(index)
    const dated = lines.some(
      ({ text }) => this.#dates.startsWithDate(text) || this.#dates.isDate(text),
    )
    if (dated) this.#datedUntil = last
    return !dated
  }
}

function isCalledSo(page: HtmlPage, index: number, element: MarkupElement): boolean {
  const { name, attributes } = element
  if (ALWAYS.has(name) || ROLES.test(attributes.get('role') ?? '')) return true
  if (name === 'header' || name === 'footer') return !page.of(index).inPart
  if (headingLevel(name) !== null || name === 'a') return false
  const called = `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`
  return NAMED.test(called)
}

/** A form or a header may well be wrapped around the whole page. */
function holdsPage(page: HtmlPage, index: number): boolean {
  const { letters, linkedLetters, mains } = page.of(index)
  if (mains > 0) return true
  return letters > page.letters / 2 && linkedLetters < letters / 2 && letters > A_PARAGRAPH
}

const A_PARAGRAPH = 300
