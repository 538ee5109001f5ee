import type { Token } from '../tokens.ts'
import { isCapital } from './run.ts'

/** A person's name in full, and by which of its words the person is mentioned again. */
export type FullName = {
  /** "w j clinton", where all but the last are initials. */
  initials: string | null
  /** Folded, the usual one first. */
  surnames: string[]
  /** The first word, folded. */
  given: string
}

export const fullNameOf = (words: Token[]): FullName => ({
  initials: initialsOf(words),
  surnames: surnamesOf(words),
  given: words[0]?.folded ?? '',
})

const PARTICLE =
  /^(?:d|de|da|do|dos|du|des|di|del|della|la|le|van|von|der|den|ter|bin|ibn|al|el|zu)$/
const SUFFIX = /^(?:jr|sr|[ivx]+)$/
/** Surnames that stand first in their languages, where the rest is a given name. */
const FIRST: ReadonlySet<string> = new Set(
  `mao zhou chiang deng kim ho park roh li jiang hu xi sun yuan liu lin chen wang zhang zhao chou
  ngo nguyen le pham vo tran syngman katsura ito tojo konoe yoshida ma lu liao peng ye hua wen qian
  huang xu zhu song gao luo tang han feng dong xiao cao`.split(/\s+/),
)

/** The words by which somebody is mentioned again, folded, the usual one first. */
function surnamesOf(words: Token[]): string[] {
  let end = words.length
  while (end > 1 && SUFFIX.test(words[end - 1]?.folded ?? '')) end--
  if (end < 2) return []
  let from = end - 1
  while (from > 1 && words[from]?.gap === '-') from--
  const surnames = [joined(words, from, end)]
  // "al-Assad" is called "Assad" too.
  if (from < end - 1 && PARTICLE.test(words[from]?.folded ?? '')) {
    surnames.push(joined(words, from + 1, end))
  }
  let withParticles = from
  while (withParticles > 1 && PARTICLE.test(words[withParticles - 1]?.folded ?? '')) withParticles--
  if (withParticles < from) surnames.push(joined(words, withParticles, end))
  const first = words[0]?.folded ?? ''
  if (FIRST.has(first)) surnames.push(first)
  return surnames
}

const joined = (words: Token[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ folded, gap }, index) => (index === 0 ? folded : gap + folded))
    .join('')

/** The form in which a surname that stands alone is compared. */
export const surnameKey = (words: Token[]): string => joined(words, 0, words.length)

/** "Franklin D." and "Franklin", "F. D." and "Franklin": first names agree, or their initials do. */
export function agree(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0))
}

/** "Von der Leyen spoke": a surname at the start of a sentence. */
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Der|Du|Di|Da|Del|Della|Bin|Ibn|Ter)$/

/** More than one word, not counting particles and what a hyphen joins. */
export function isSeveral(words: Token[]): boolean {
  if (words.length === 1) return false
  let count = 0
  for (const [index, token] of words.entries()) {
    const { gap } = token
    if (!isCapital(token) || (index === 0 && CAPITAL_PARTICLE.test(token.word))) continue
    const isOwn = index === 0 || gap === ' ' || gap === '.'
    // "Bashar al-Assad"
    if (isOwn || (index > 1 && /^\p{Ll}/u.test(words[index - 1]?.word ?? ''))) count++
  }
  return count > 1
}

function initialsOf(words: Token[]): string | null {
  if (words.length < 2 || words.slice(0, -1).some(({ length }) => length > 1)) return null
  return initialsKey(words)
}

/** The first letters of a person's names, and the surname. */
export const initialsKey = (words: Token[]): string =>
  [...words.slice(0, -1).map(({ folded }) => folded.charAt(0)), words.at(-1)?.folded].join(' ')
