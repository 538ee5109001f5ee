/**
 * One way of writing for all texts: line feeds, plain spaces, composed letters, nothing invisible.
 * Offsets count in what comes out of here.
 */

/** Kinds of line end, those of Unicode and the vertical tab among them; not NEL, see below. */
const LINE_END = /\r\n?|[\v\u2028\u2029]/g
/** A page ends between two paragraphs. */
const PAGE_END = /\n?\f\n?/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Zero-width spaces, byte order marks, soft hyphens, marks of direction. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g
/** Joiners mean something in Arabic, Indic and emoji sequences, nothing beside Latin letters. */
const IDLE_JOINERS = /(?<=^|[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\s])[\u200c\u200d]+/gmu
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
/** Windows-1252 that was read as Latin 1: control characters that nobody writes. */
const MISREAD = /[\u0080-\u009f]/g
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Whether a text has anything at all of the above. */
const UNUSUAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ud800-\udfff\ufeff]/

/** Before these, every letter is composed already. */
const COMBINING = /[\u0300-\uffff]/

/** Its letters with their diacritics. */
export const composed = (text: string): string =>
  COMBINING.test(text) ? text.normalize('NFC') : text

/** The link beside every heading of a wiki, which stays in what is copied from one. */
const EDIT_LINK = /[^\S\n]*\[edit(?: \| edit source)?\](?=[^\S\n]*$)/gm

export function normaliseText(whole: string): string {
  const text = whole.includes('[edit') ? whole.replace(EDIT_LINK, '') : whole
  if (!UNUSUAL.test(text)) return composed(text)
  return text
    .replace(LINE_END, '\n')
    .replace(PAGE_END, '\n\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINERS, '')
    .replace(MISREAD, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80).trim())
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
}

const UNEVEN = / {2}|[^\S ]/

/** Single spaces, none at the ends. */
export const collapse = (text: string): string =>
  (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
