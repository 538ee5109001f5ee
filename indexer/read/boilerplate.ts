import { isLabel } from './label.ts'
import { collapse } from './normalise.ts'

/** What pages carry around their text, told by its form: rules, mastheads, rows of links. */

/** Longer lines are text, and are not looked at any closer. */
const LONGEST_ROW = 600

const RULE = /^(?=.{3,}$)([-=_*~#+.•·–—])(?:\s*\1)*$/

const SPACED = /^\s*[\p{L}\p{N}](?:\s+[\p{L}\p{N}&.,'’-]){3,}\s*$/u

/** A line drawn across the page. */
export const isRule = (line: string): boolean =>
  !/^\s*[\p{L}\d]/u.test(line) && RULE.test(line.trim())

/** `T H E   G A Z E T T E`: words whose letters are spaced apart. */
export const isMasthead = (line: string): boolean => line.length <= LONGEST_ROW && SPACED.test(line)

/** Labels that mean the same on every site, safe to leave out wherever they stand alone. */
const ALWAYS_LINKS = new Set([
  ...['site map', 'sitemap', 'privacy statement', 'privacy policy', 'privacy notice'],
  ...['text only', 'text version', 'text-only version', 'graphic version', 'graphics version'],
  ...['printer-friendly version', 'printable version', 'print this page', 'email this page'],
  ...['back to top', 'return to top', 'top of page', 'skip to content', 'skip to main content'],
  ...['contact us', 'terms of use', 'terms of service', 'cookie policy', 'main menu'],
  ...['home page', 'back to home', 'legal notice', 'all rights reserved'],
])

/** Labels that are links beside others, and headings as well. */
const OFTEN_LINKS = new Set([
  ...['home', 'help', 'search', 'index', 'menu', 'next', 'previous', 'top', 'back', 'up', 'print'],
  ...['share', 'email', 'feedback', 'disclaimer', 'accessibility', 'about', 'about us', 'contact'],
  ...['login', 'log in', 'sign in', 'register', 'subscribe', 'newsletter', 'faq', 'news', 'links'],
])

const bare = (label: string): string =>
  collapse(label)
    .toLowerCase()
    .replace(/^[[(<«‹←→|]+\s*|\s*[\])>»›←→|]+$/g, '')

export const isAlwaysLink = (label: string): boolean => ALWAYS_LINKS.has(bare(label))

export const isOftenLink = (label: string): boolean =>
  isAlwaysLink(label) || OFTEN_LINKS.has(bare(label))

const LONGEST_LINK = 48

/** Short, and no sentence. */
function isLinkLabel(label: string): boolean {
  const text = label.trim()
  if (text === '' || text.length > LONGEST_LINK || text.split(/\s+/).length > 8) return false
  if (!/^["“‘([]*[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return isOftenLink(text)
  return !/[.!?;:,]$/.test(text) || /\b(?:\p{Lu}\.)+$/u.test(text)
}

/** What stands between links of a row, at the least. */
const PARTS_ROW = /[|•·»[\t]| {3}/
const BARS = /\s*\|\s*|\s[•·»]\s/

/** A row of links: labels between bars, dots or brackets, or known labels in wide columns. */
export function isNavigationRow(line: string): boolean {
  if (line.length > LONGEST_ROW || !PARTS_ROW.test(line)) return false
  if (BARS.test(line)) {
    const barred = line.split(BARS).filter((label) => label.trim() !== '')
    return barred.length > 1 && barred.every(isLinkLabel)
  }
  const bracketed = line.match(/\[[^[\]]{1,48}\]/g) ?? []
  if (bracketed.length > 1 && bracketed.join('') === line.replace(/\s+(?=\[|$)/g, '').trim()) {
    return bracketed.some(isOftenLink)
  }
  const columns = line.trim().split(/\t+| {3,}/)
  return columns.length > 1 && columns.every(isLinkLabel) && columns.some(isOftenLink)
}

/**
 * Which lines of a paragraph are no text, and why: mastheads, rows of links with the single label on
 * which such a row may end, and a link that stands alone; null for text.
 */
export function boilerplateIn(lines: string[]): ('masthead' | 'navigation' | null)[] {
  const rows = lines.map(isNavigationRow)
  // A row of links may go on below with a single one.
  const links = rows.includes(true) && lines.every((text, at) => rows[at] || isLabel(text.trim()))
  const alone = lines.length === 1 && isAlwaysLink(lines[0] ?? '')
  return lines.map((line, at) => {
    if (isMasthead(line)) return 'masthead'
    return rows[at] || links || alone ? 'navigation' : null
  })
}
