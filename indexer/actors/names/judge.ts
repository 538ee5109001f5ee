import type { ActorType } from '#schema/entry'
import type { Token } from '../tokens.ts'
import { isAcronym, NO_ACRONYM } from './acronym.ts'
import type { Candidate, CandidateRule } from './candidate.ts'
import { bareWeight, isLocated } from './evidence.ts'
import { isPlace } from './gazetteer.ts'
import { has, knownName } from './known.ts'
import { FLAG } from './lexicon.ts'
import { afterOffice, isOffice, lastTitle, personBehind, withRoyalTitle } from './office.ts'
import { isInitial, isPerson, isPersonLike } from './person-shape.ts'
import type { Range } from './run.ts'
import { isJoined, withoutStart } from './run-start.ts'

/**
 * What a run of capitalised words names: rules over its words, longest knowledge first. A run may
 * hold several names ("U.S. Secretary of State Dean Rusk") or none ("Treaty of Paris").
 */

export type Words = {
  text: string
  tokens: Token[]
}

export function judgeRun(words: Words, run: Range): Candidate[] {
  const range = withoutStart(words.tokens, run)
  const party = partyOf(words, range)
  if (party !== null) return [party]
  return range.from >= range.to ? [] : judge(words, range, false)
}

/** "the Democratic-Republican party": one party, unlike "the Communist and Nazi parties". */
function partyOf(words: Words, { from, to }: Range): Candidate | null {
  const next = words.tokens[to]
  if (from >= to || next?.gap !== ' ' || next.word !== 'party') return null
  for (let at = from; at < to; at++) {
    if (!has(words.tokens[at], FLAG.demonym)) return null
  }
  return candidate(words, { from, to: to + 1 }, 'organization', 'certain')
}

function judge(words: Words, range: Range, titled: boolean): Candidate[] {
  const { tokens } = words
  const { from, to } = range
  if (from >= to) return []
  // What is left behind a title: "of the Organization of American States".
  if (LINK.test((tokens[from] as Token).word)) return judge(words, { from: from + 1, to }, false)
  const known = knownName(tokens, from)
  if (known !== null && known.next <= to && !(titled && known.next === to && to - from === 1)) {
    const found = afterKnown(words, range, known.next, isPlace(known.entry.actor))
    if (found !== null) {
      const { actor } = known.entry
      const own = candidate(words, { from, to: known.next }, actor.type, 'certain')
      own.name = actor.name
      own.rule = actor.type === 'state' ? 'state-name' : 'organization-name'
      own.listed = true
      if (isPlace(actor)) own.weight = known.next - from === 1 ? 'asked' : 'no'
      return [...(found.keep ? [own] : []), ...found.rest]
    }
  }
  if (isShip(tokens, range)) return [candidate(words, range, 'unknown', 'no')]
  const joiner = joinerOf(tokens, range)
  if (joiner !== null) return judgeJoined(words, range, joiner)
  const first = tokens[from] as Token
  const last = tokens[to - 1] as Token
  const isLong = to - from > 1
  if (isLong && isRuleOf(last.folded)) return ruler(words, range)
  const behind = isLong && !titled ? personBehind(tokens, from + 1, to) : null
  if (behind !== null && has(tokens[behind - 1], FLAG.organization)) {
    const body = { from, to: behind }
    return [...judge(words, body, false), ...judge(words, { from: behind, to }, false)]
  }
  if (isLong && has(last, FLAG.organization) && !isPersonLike(tokens, range)) {
    return [candidate(words, range, 'organization', 'certain')]
  }
  const title = lastTitle(tokens, range)
  if (title !== null) {
    const inner = candidateBefore(words, { from, to: title })
    if (title + 1 >= to) return inner
    return [...inner, ...judge(words, { from: afterOffice(tokens, title + 1, to), to }, true)]
  }
  if (has(first, FLAG.demonym) && !titled) {
    if (!isLong) return [candidate(words, range, 'unknown', 'no')]
    if (has(last, FLAG.thing)) return [candidate(words, range, 'unknown', 'no')]
    return judge(words, { from: from + 1, to }, false)
  }
  if (isAcronym(tokens, range))
    return [candidate(words, range, 'organization', 'certain', 'acronym')]
  if (isLong && has(last, FLAG.thing) && !titled && !isPersonLike(tokens, range)) {
    return [candidate(words, range, 'unknown', 'no')]
  }
  if (isPerson(tokens, range, titled)) {
    const rule = titled ? 'title' : 'person-name'
    return [candidate(words, withRoyalTitle(tokens, range, titled), 'person', 'certain', rule)]
  }
  return [unknown(words, range)]
}

const LINK = /^(?:of|the|for|on|and|against)$/

/**
 * What stands behind a known name in the same run: null when both are one other name ("Panama Canal
 * Company"), else whether the known name counts, and what the rest names.
 */
function afterKnown(
  words: Words,
  { from, to }: Range,
  next: number,
  place: boolean,
): { keep: boolean; rest: Candidate[] } | null {
  const { tokens } = words
  if (next === to) return { keep: true, rest: [] }
  const rest = { from: next, to }
  const first = tokens[next] as Token
  const last = tokens[to - 1] as Token
  if (first.gap === '-') {
    // "Franco-Prussian", "Taft-Katsura": a pair of names, judged as one word.
    if (has(last, FLAG.thing)) return { keep: false, rest: [] }
    return { keep: true, rest: judge(words, rest, false) }
  }
  if (isOffice(first) && !(SUBJECT.test(first.folded) && endsInHead(tokens, next, to))) {
    return { keep: true, rest: judge(words, rest, false) }
  }
  if (isRuleOf(first.folded) && next + 1 === to) return { keep: true, rest: [] }
  if (has(last, FLAG.organization) && (!has(first, FLAG.title) || SUBJECT.test(first.folded)))
    return null
  // "California Institute of Technology"
  if (place && has(first, FLAG.organization) && isJoined(tokens, next)) return null
  if (has(last, FLAG.thing)) {
    const adjective = /^(?:u|us|usa|un|nato|united|soviet|white|house|congress)$/
    return { keep: !place && adjective.test((tokens[from] as Token).folded), rest: [] }
  }
  const isFirstName = has(tokens[from], FLAG.firstName) && next === from + 1
  if (isFirstName && knownName(tokens, next) === null) return null
  const named = judge(words, rest, false)
  const adjacent = named.find(({ from, rule }) => from === next && rule === 'capitalised')
  // "Kosovo Donor's Conference" names no Donor; "U.S. Kissinger" is a slip of two names.
  if (place && adjacent?.weight === 'likely') adjacent.weight = 'asked'
  return { keep: true, rest: named }
}

/** Titles that also say what an organization is about: "Senate Foreign Relations Committee". */
const SUBJECT = /^(?:foreign|special|interior|defen[cs]e|finance|press)$/

/** "Carter Administration": whose, when it is no agency. */
const isRuleOf = (folded: string): boolean =>
  /^(?:administrations?|governments?|regimes?|cabinet|presidency|doctrine)$/.test(folded)

function ruler(words: Words, { from, to }: Range): Candidate[] {
  const { tokens } = words
  const last = (tokens[to - 1] as Token).folded
  const inner = { from, to: to - 1 }
  const isAgency = last.startsWith('administration') && to - from > 2
  if (isAgency && !isPersonLike(tokens, inner)) {
    return [candidate(words, { from, to }, 'organization', 'certain')]
  }
  if (last === 'doctrine') return [candidate(words, { from, to }, 'unknown', 'no')]
  const first = tokens[from] as Token
  if (has(first, FLAG.demonym | FLAG.plain)) return []
  return judge(words, inner, true)
}

/** The first "of", "for", … inside a run; null when there is none. */
function joinerOf(tokens: Token[], { from, to }: Range): number | null {
  for (let at = from + 1; at < to - 1; at++) {
    if (/^(?:of|for|on|against)$/.test((tokens[at] as Token).word)) return at
  }
  return null
}

/** "Ministry of Trade", "Secretary of State Hull", "Treaty of Paris", "President of Ghana". */
function judgeJoined(words: Words, { from, to }: Range, joiner: number): Candidate[] {
  const { tokens } = words
  const head = tokens[joiner - 1] as Token
  const right = tokens[joiner + 1]?.folded === 'the' ? joiner + 2 : joiner + 1
  const isBody = has(head, FLAG.organization) && !/^governments?$/.test(head.folded)
  const isTitled = has(head, FLAG.title)
  if (isBody && !isTitled) {
    const isState = joiner - from === 1 && /^(?:republic|kingdom|empire)$/.test(head.folded)
    const person = isState ? null : personBehind(tokens, right + 1, to)
    const own = { from, to: person ?? to }
    const body = candidate(words, own, isState ? 'state' : 'organization', 'certain')
    return person === null ? [body] : [body, ...judge(words, { from: person, to }, false)]
  }
  const before = candidateBefore(words, { from, to: joiner })
  if (isTitled) {
    const served = knownName(tokens, right)
    if (served?.next === to) return [...before, ...judge(words, { from: right, to }, false)]
    const person = endsInHead(tokens, right, to) ? right : afterOffice(tokens, right, to)
    if (person > right && person < to)
      return [...before, ...judge(words, { from: person, to }, true)]
    if (person >= to && to - right === 1) return before
    const others = judge(words, { from: right, to }, false)
    return [...before, ...others.filter(({ listed, type }) => listed || type === 'organization')]
  }
  const known = knownName(tokens, right)
  if (known === null || known.next !== to || isPlace(known.entry.actor)) return before
  return [...before, ...judge(words, { from: right, to }, false)]
}

/** "Chairman of the Central Committee", "Governor of the Bank of England" */
function endsInHead(tokens: Token[], from: number, to: number): boolean {
  if (to - from < 2) return false
  const joiner = joinerOf(tokens, { from, to })
  const head = tokens[(joiner ?? to) - 1] as Token
  return has(head, FLAG.organization) && !has(head, FLAG.title)
}

/** A known name before a title or a head: "PRC Premier", "U.S. Secretary". */
function candidateBefore(words: Words, range: Range): Candidate[] {
  if (range.from >= range.to) return []
  const { from, to } = range
  const known = knownName(words.tokens, from)
  const last = words.tokens[to - 1] as Token
  // "Marine Corps General"
  const isBody =
    to - from > 1 && has(last, FLAG.organization) && !has(last, FLAG.title | FLAG.demonym)
  const isOwn = known === null || (known.next < to && isPlace(known.entry.actor))
  if (isBody && isOwn && last.folded !== 'staff' && !has(words.tokens[from], FLAG.title)) {
    return judge(words, range, false)
  }
  if (known === null || known.next > to || isPlace(known.entry.actor)) return []
  return judge(words, { from, to: known.next }, false)
}

/** "H.M.S. Leopard", "USS Maine" */
function isShip(tokens: Token[], { from, to }: Range): boolean {
  if (/^(?:hms|uss|rms)$/.test(tokens[from]?.folded ?? '') && to - from > 1) return true
  const letters = tokens.slice(from, from + 3).map(({ folded }) => folded)
  return (
    to - from > 3 &&
    /^(?:hms|uss|rms)$/.test(letters.join('')) &&
    isInitial(tokens[from + 2] as Token)
  )
}

/** "Reconversion", "Social Justice Movements": how words end that name no actor. */
const ABSTRACT = /(?:[ts]ion|ness|ism|ship|ity)s?$|[^e]ments?$/

/** Words of which nothing is known: their neighbours decide. */
function unknown(words: Words, range: Range): Candidate {
  const { tokens } = words
  const { from, to } = range
  const isOne = !tokens.slice(from + 1, to).some(({ gap }) => gap === ' ')
  const last = tokens[to - 1] as Token
  const isOther = NO_ACRONYM.has(last.folded) || /^\p{Lu}{2,}s$/u.test(last.word)
  const isLetters = to - from > 1 && tokens.slice(from, to).every(isInitial)
  if (isLetters || ABSTRACT.test(last.folded) || (to - from === 1 && isOther)) {
    return candidate(words, range, 'unknown', 'no')
  }
  const weight = bareWeight(tokens, range, isOne)
  return candidate(words, range, isOne ? 'unknown' : 'person', weight, 'capitalised')
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/

function candidate(
  { text, tokens }: Words,
  { from, to }: Range,
  type: ActorType,
  weight: Candidate['weight'],
  rule: CandidateRule = 'organization-name',
): Candidate {
  const start = tokens[from] as Token
  const end = tokens[to - 1] as Token
  const written = text.slice(start.start, end.end)
  const stop =
    isInitial(end) && to - from > 1 && text[end.end] === '.' && end.gap === '.' ? '.' : ''
  const name = PLAIN.test(written)
    ? `${written}${stop}`
    : `${written}${stop}`.replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').normalize('NFC')
  return {
    from,
    to,
    name,
    type,
    rule,
    weight,
    listed: false,
    located: isLocated(tokens, { from, to }),
  }
}
