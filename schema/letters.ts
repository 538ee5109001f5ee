/**
 * Letters that stand for others where they are not on the keyboard, and that the engine tells apart: to it
 * "Łódź" is "łodz", and no "lodz" finds it (decision 026). Marks on letters, and đ, ð, æ, œ and ı, it folds itself.
 */

/** What a letter is without its stroke, its hook or its length. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  ǿ: 'o',
  ł: 'l',
  ß: 'ss',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'a',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  ɣ: 'g',
  ɨ: 'i',
  ʉ: 'u',
  ƶ: 'z',
  ǥ: 'g',
  ё: 'е',
  ʿ: '',
  ʾ: '',
  ʻ: '',
  ʹ: '',
  ʺ: '',
  ʼ: "'",
}

/** What else people write for it. */
const OTHER: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  ǿ: 'oe',
  đ: 'dj',
  ŋ: 'ng',
  ə: 'e',
  ʿ: "'",
  ʾ: "'",
  ʻ: "'",
  ʹ: "'",
  ʼ: '',
}

/** Both cases of the letters; İ and its like, which have no single capital, have one case only. */
const anyOf = (table: Record<string, string>): RegExp =>
  new RegExp(
    `[${Object.keys(table)
      .flatMap((letter) => [letter, letter.toUpperCase()])
      .filter((letter) => letter.length === 1)
      .join('')}ẞ]`,
    'g',
  )

const WITH_PLAIN = anyOf(PLAIN)
const WITH_OTHER = anyOf(OTHER)
const WORD = /[\p{L}\p{M}\p{N}]+/gu

const plainOf = (letter: string): string => PLAIN[letter.toLowerCase()] ?? letter
const otherOf = (letter: string): string => OTHER[letter.toLowerCase()] ?? letter

/** A text with the letters that the engine does not fold as plain ones. */
export const plainLetters = (text: string): string => text.replace(WITH_PLAIN, plainOf)

/** A text with its letters as others write them; the same text where nobody does. */
export const otherLetters = (text: string): string => text.replace(WITH_OTHER, otherOf)

/** Every spelling of a word or name: as it stands first, each once. */
export const spellings = (name: string): string[] => {
  const composed = name.normalize('NFC')
  return [...new Set([composed, otherLetters(composed)])]
}

/** A text as it is searched beside itself, and where each of its UTF-16 units comes from in the text. */
export type Spelled = { text: string; from: number[]; to: number[] }

/**
 * The plain copy of a text that has such letters, then its words that are written in yet another way, each
 * behind a full stop, so that none makes a phrase with the next. Empty for nearly every text.
 */
export function spelled(text: string): Spelled {
  const result: Spelled = { text: '', from: [], to: [] }
  if (text.search(WITH_PLAIN) !== -1) copyPlain(result, text)
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const composed = word.normalize('NFC')
    const other = otherLetters(composed)
    if (other === composed) continue
    append(result, result.text === '' ? '' : '. ', index, index)
    append(result, plainLetters(other), index, index + word.length)
  }
  return result
}

/** What is stored of an entry's texts; empty where there is nothing to store. */
export const spelledTexts = (texts: readonly string[]): string =>
  texts
    .map((text) => spelled(text).text)
    .filter((text) => text !== '')
    .join('. \n')

function copyPlain(result: Spelled, text: string): void {
  let skipped: number | null = null
  for (let at = 0; at < text.length; at++) {
    const plain = plainLetters(text[at] as string)
    if (plain === '') {
      // A letter that vanishes belongs to its word, at either end of it.
      skipped ??= at
      if (result.to.length > 0) result.to[result.to.length - 1] = at + 1
      continue
    }
    append(result, plain, skipped ?? at, at + 1)
    skipped = null
  }
}

function append(result: Spelled, text: string, from: number, to: number): void {
  result.text += text
  for (let unit = 0; unit < text.length; unit++) {
    result.from.push(from)
    result.to.push(to)
  }
}
