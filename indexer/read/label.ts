/**
 * A label: a short line that is no sentence. It may turn out to be a title, a heading, a link or a
 * caption; that depends on what stands around it.
 */

const MAX_LENGTH = 80
const MAX_TITLE_LENGTH = 160
/** "Early history of the league" is a label; a longer line in sentence case is running text. */
const MAX_SENTENCE_CASE_WORDS = 5

const SENTENCE_END = /[.!?;:,…][\])"'”’»]*$/
const ABBREVIATION_END = /\b(?:\p{Lu}\.){2,}$|\b(?:Jr|Sr|Inc|Co|Ltd|Nos?|vol)\.$/u
const STARTS_LIKE_LABEL = /^["“‘'«(]*[\p{Lu}\p{Lo}\p{N}]/u
const LETTERS = /\p{L}{2,}/u
/** A full stop inside, before a capital, when it is no initial and no number. */
const TWO_SENTENCES = /\p{Ll}{3,}[.!?]["”’]?\s+["“‘]?\p{Lu}/u
const NUMBERING =
  /^(?:(?:chapter|part|section|book)\s+)?(?:[ivxlc]+|\d{1,2}(?:\.\d{1,2})*|[a-z])[.):]\s*/i
const SMALL_WORD =
  /^(?:a|an|and|as|at|but|by|de|del|der|des|di|du|for|from|in|into|la|le|nor|of|off|on|onto|or|over|per|the|to|und|up|upon|versus|via|von|vs|with|within|without|its|their|his|her|during|between|under|after|before|against|toward|towards|through|across|among)$/

/** Heading-like: short, no sentence, written like a title. */
export function isLabel(line: string): boolean {
  return (
    isLabelOf(line, MAX_LENGTH) &&
    (isTitleCase(line) || wordsOf(line).length <= MAX_SENTENCE_CASE_WORDS)
  )
}

/** What may stand at the top of a file as its title: longer than a heading, any case. */
export const isTitleLine = (line: string): boolean => isLabelOf(line, MAX_TITLE_LENGTH)

function isLabelOf(line: string, longest: number): boolean {
  if (line.length > longest || !STARTS_LIKE_LABEL.test(line) || !LETTERS.test(line)) return false
  if (SENTENCE_END.test(line) && !ABBREVIATION_END.test(line)) return false
  if (/^\[.*\]$|^\(.*\)$/.test(line)) return false
  return !TWO_SENTENCES.test(line.replace(NUMBERING, ''))
}

export const isAllCapitals = (line: string): boolean =>
  /\p{Lu}{2,}/u.test(line) && !/\p{Ll}/u.test(line)

function isTitleCase(line: string): boolean {
  const words = wordsOf(line).filter((word) => !SMALL_WORD.test(word.toLowerCase()))
  return !words.some((word) => /^["“‘'(]*\p{Ll}/u.test(word))
}

/** Hyphenated words count as one: "Self-government". */
const wordsOf = (line: string): string[] =>
  line.split(/[\s/—–]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** How a label is numbered and written: nested headings differ in it, links of one list do not. */
export function styleOf(label: string): string {
  const number = NUMBERING.exec(label)?.[0].trim() ?? ''
  const kind =
    number === ''
      ? 'none'
      : /\d/.test(number)
        ? 'number'
        : /^[ivxlc]+\W/i.test(number)
          ? 'roman'
          : 'word'
  return `${kind} ${isAllCapitals(label.replace(NUMBERING, '')) ? 'capitals' : 'mixed'}`
}

const DEPICTION =
  /^(?:(?:aerial|artistic?|political|undated|\d{4}|\d{2}th[- ]century)\s+)*(?:photo(?:graph)?|map|cartoon|portrait|painting|illustration|drawing|engraving|sketch|depiction|rendering|view|picture|image|cover|figure|fig\.)\b(?!\s*$)/i
const CREDIT =
  /\. \([^()]+\)$|\((?=[^()]*(?:library|photo|press|archiv|collection|museum|department|agency|courtesy|credit|photographer|\p{L}[\p{L}.,\s]*,\s(?:1[5-9]|20)\d\d))[^()]*\)$/iu
const OFFICE =
  /^(?:.*[\s-])?(?:president|secretary(?: of \p{L}+)?|senator|congressman|representative|general|minister|premier|chancellor|ambassador|commodore|admiral|lieutenant|captain|colonel|viceroy|diplomat|officer|envoy|governor|leader)\s+/iu
const FULL_NAME =
  /^\p{Lu}[\p{L}’'.-]*(?:\s(?:de|del|di|da|van|von|der|den|la|le|al|bin|ibn|\p{Lu}[\p{L}’'.-]*)){0,4}\s\p{Lu}[\p{L}’'-]+$/u

/** The words under a picture: they begin like it, end in its credit, or name a person by office. */
export const isCaption = (label: string): boolean =>
  DEPICTION.test(label) || CREDIT.test(label) || (!isAllCapitals(label) && namesOfficer(label))

/** An office and at least two names: "President Monroe" alone may well head a chapter. */
function namesOfficer(label: string): boolean {
  const office = OFFICE.exec(label)
  return office !== null && FULL_NAME.test(label.slice(office[0].length))
}
