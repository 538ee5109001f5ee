import type { Token } from '../tokens.ts'
import { has, knownName } from './known.ts'
import { FLAG } from './lexicon.ts'

/**
 * Runs of capitalised words, with the small words that join them into one name: "Ludwig van
 * Beethoven", "Ministry of Trade and Industry", "Chiang Kai-shek".
 */

/** Tokens from one up to another, which is none of them. */
export type Range = { from: number; to: number }

const UPPER = /^\p{Lu}/u
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos du des di del della la le van von der den ter bin ibn al el ul zu y ben'.split(' '),
)
const JOINERS: ReadonlySet<string> = new Set(['of', 'for', 'on', 'against'])

/** After a hyphen these are words of their own: "Moscow-led". */
const SUFFIXES: ReadonlySet<string> = new Set(
  `led era backed based sponsored wide like style type born controlled occupied held made owned elect
  general in to at large day term old new century run dominated aligned supported inspired educated
  trained speaking ruled administered appointed drafted only free bound`.split(/\s+/),
)

export const isCapital = (token: Token): boolean => {
  if (token.isSmall) return false
  const code = token.word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(token.word)
}

/** The index after the run that begins at a capitalised token. */
export function endOfRun(tokens: Token[], at: number, covered: Uint8Array): number {
  let end = at + 1
  let joined = false
  while (end < tokens.length) {
    const next = tokens[end] as Token
    if (covered[end] === 1) break
    const { gap } = next
    if (continuesName(tokens, end)) {
      end++
      continue
    }
    const possessive = possessiveAt(tokens, end)
    if (possessive > 0) {
      end += possessive
      continue
    }
    if (gap === '-' && end - at >= 2 && isSmallHyphen(next)) {
      end++
      continue
    }
    if (gap !== ' ') break
    const particles = particlesAt(tokens, end, covered)
    if (particles > 0) {
      end += particles
      continue
    }
    if (JOINERS.has(next.folded) && opensOffice(tokens, at, end)) {
      const hasArticle = tokens[end + 1]?.folded === 'the'
      // "the Foreign Office for the Committee": two names.
      if (hasArticle && next.folded !== 'of' && end - at > 1) break
      const after = hasArticle ? end + 2 : end + 1
      if (!isNext(tokens, after, covered)) break
      joined = true
      end = after + 1
      continue
    }
    if (next.folded === 'and' && isAnd(tokens, at, end, joined, covered)) {
      end += 2
      continue
    }
    break
  }
  return end
}

function continuesName(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token
  const before = tokens[at - 1] as Token
  if (!isCapital(token)) return false
  const { gap, word } = token
  if (gap === '.') return before.word.length === 1
  if (gap === "'") return word.length > 1
  if (gap !== ' ' && gap !== '-') return false
  if (!has(token, FLAG.never) || isMiddleInitial(tokens, at)) return true
  // "Huey Long", "Andrew May": a word of grammar after a first name.
  return gap === ' ' && word.length > 2 && has(before, FLAG.firstName) && isCapital(before)
}

/** "Henry A. Kissinger": a single letter with its full stop between a first name and another capital. */
function isMiddleInitial(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.length !== 1 || before === undefined || next?.gap !== ' ') return false
  const hasStop = next.start === token.end + 2
  return hasStop && isCapital(next) && (before.length === 1 || has(before, FLAG.firstName))
}

const WHOSE =
  /^(?:people|women|men|children|workers|farmers|veterans|citizens|students|peasants|pilots)$/

/** "People's Army", "Workers' Party": tokens up to and with the word behind the apostrophe. */
function possessiveAt(tokens: Token[], at: number): number {
  const token = tokens[at] as Token
  const whose = tokens[at - 1] as Token
  if (!WHOSE.test(whose.folded)) return 0
  if (token.gap === "' " && isCapital(token)) return 1
  const next = tokens[at + 1]
  if (token.gap !== "'" || token.word !== 's' || next === undefined) return 0
  return next.gap === ' ' && isCapital(next) ? 2 : 0
}

const isSmallHyphen = (token: Token): boolean =>
  token.length <= 5 &&
  /^\p{Ll}/u.test(token.word) &&
  !SUFFIXES.has(token.folded) &&
  !has(token, FLAG.never)

/** "Giscard d'Estaing" */
const ELIDED = /^[dl]$/

/** Number of tokens up to and with the capitalised word after one or two particles; else 0. */
function particlesAt(tokens: Token[], at: number, covered: Uint8Array): number {
  for (let index = at; index < at + 3; index++) {
    const token = tokens[index]
    if (token === undefined || covered[index] === 1) return 0
    const elided = token.gap === "'" && ELIDED.test(tokens[index - 1]?.word ?? '')
    if (index > at && token.gap !== ' ' && token.gap !== '-' && !elided) return 0
    if (isCapital(token)) return index > at && !has(token, FLAG.never) ? index - at + 1 : 0
    if (!PARTICLES.has(token.folded) && !ELIDED.test(token.word)) return 0
  }
  return 0
}

const OPENS = FLAG.organization | FLAG.title | FLAG.thing | FLAG.office

function opensOffice(tokens: Token[], from: number, end: number): boolean {
  const last = tokens[end - 1] as Token
  if (has(last, OPENS) || has(tokens[from], FLAG.organization)) return true
  return /^governments?$/.test(last.folded)
}

function isNext(tokens: Token[], at: number, covered: Uint8Array): boolean {
  const token = tokens[at]
  if (token === undefined || token.gap !== ' ' || covered[at] === 1) return false
  return isCapital(token) && !has(token, FLAG.never)
}

/** Whether "and" stands inside a name: "Ministry of Trade and Industry", "the Food and Drug Agency". */
function isAnd(
  tokens: Token[],
  from: number,
  at: number,
  joined: boolean,
  covered: Uint8Array,
): boolean {
  if (!isNext(tokens, at + 1, covered)) return false
  const next = tokens[at + 1] as Token
  if (has(next, FLAG.title | FLAG.firstName | FLAG.demonym)) return false
  const known = knownName(tokens, at + 1)
  if (known !== null && known.entry.actor.type !== 'unknown') return false
  const first = tokens[from] as Token
  if (joined) {
    return has(first, FLAG.organization | FLAG.office | FLAG.title) && !endsHead(next)
  }
  if (has(tokens[at - 1], FLAG.organization | FLAG.thing | FLAG.title)) return false
  const prefix = knownName(tokens, from)
  const whole = prefix !== null && prefix.next >= at
  if (whole || (prefix === null && tokens[from - 1]?.folded !== 'the')) return false
  let end = at + 2
  while (end < tokens.length && continuesName(tokens, end)) end++
  return end > at + 2 && has(tokens[end - 1], FLAG.organization)
}

const endsHead = (token: Token): boolean =>
  has(token, FLAG.organization) && token.folded !== 'security'

/** Particles that stand before a run and belong to it: "van der Stoel", "al-Assad". */
export function startWithParticles(tokens: Token[], at: number): number {
  let start = at
  while (start > 0 && start > at - 2) {
    const before = tokens[start - 1] as Token
    const { gap } = tokens[start] as Token
    if ((gap !== ' ' && gap !== '-') || isCapital(before) || !NAME_PARTICLES.has(before.folded))
      break
    start--
  }
  return start
}

const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de da du di del van von der den ter bin ibn al el'.split(' '),
)
