import type { Token } from '../tokens.ts'
import type { Candidate } from './candidate.ts'
import { isPlace } from './gazetteer.ts'
import { has, knownName } from './known.ts'
import { FLAG } from './lexicon.ts'
import { isCapital } from './run.ts'
import { beginsSentence } from './sentence.ts'

/** What the words around a capitalised word of which nothing is known say about it. */

/** Before places. */
const LOCATION: ReadonlySet<string> = new Set(
  `in at near from into toward towards through across around outside inside throughout within off
  along via onto beyond reached entered left visited`.split(/\s+/),
)
/** Before somebody who acts or is acted upon. */
const BEFORE_ACTOR: ReadonlySet<string> = new Set(
  `by with against between that told met asked and as while when because although believed informed
  urged warned sent wrote appointed elected named replaced supported joined convinced persuaded
  pressed forced allowed but if where until before after whether than which like including leader`.split(
    /\s+/,
  ),
)
/** After somebody who acts, beside the forms on -ed. */
const VERBS: ReadonlySet<string> = new Set(
  `was were is are had has have did does would could will should might may must said told met took
  made began became came went gave saw sought thought felt knew led sent won lost held kept found
  left wrote spoke saw ran rose fell chose drew broke stood understood brought fought refused
  himself herself who whose also never then now not soon later often still and`.split(/\s+/),
)
const RULE_OF = /^(?:administration|regime|government|cabinet|presidency|family|brothers)$/

const NO_NAME =
  FLAG.demonym | FLAG.plain | FLAG.thing | FLAG.title | FLAG.organization | FLAG.never | FLAG.office

export function bareWeight(
  tokens: Token[],
  { from, to }: { from: number; to: number },
  isOne: boolean,
): Candidate['weight'] {
  const first = tokens[from] as Token
  const atStart = beginsSentence(tokens, from)
  const before = tokens[from - 1]
  const adjacent = before !== undefined && first.gap === ' ' ? before.folded : ''
  if (KIND_OF_THING.test(adjacent)) return 'no'
  if (isOne) {
    const plain = to - from === 1 && has(first, NO_NAME)
    // "Hill" at the start of a sentence is a person only where it acts like one.
    if (plain && atStart && !isActing(tokens, to)) return 'no'
    if (/^[IVX]+$/.test(first.word)) return 'no'
    if (plain || atStart || first.word.length < 3 || isBesideThing(tokens, from)) return 'asked'
    if (has(first, FLAG.firstName) && to - from === 1) return 'asked'
    if (to - from > 1 && tokens.slice(from, to).some((token) => has(token, FLAG.demonym))) {
      return 'no'
    }
    if (tokens[to]?.gap === ' ' && RULE_OF.test(tokens[to]?.word ?? '')) return 'likely'
    if (OF.test(adjacent) && !isPossessive(tokens, to)) return 'asked'
    if (LOCATION.has(adjacent) || adjacent === 'the' || adjacent === 'a' || adjacent === 'an') {
      return 'asked'
    }
    return isActing(tokens, to) || BEFORE_ACTOR.has(adjacent) ? 'likely' : 'asked'
  }
  for (let at = from; at < to; at++) {
    if (has(tokens[at] as Token, NO_NAME & ~FLAG.title)) return 'no'
  }
  if (isPlaceSaid(tokens, to)) return 'no'
  if (LOCATION.has(adjacent) || adjacent === 'the' || adjacent === 'a') return 'asked'
  return atStart && !isActing(tokens, to) ? 'asked' : 'likely'
}

/** "Môle Saint-Nicolas, a city on the coast" */
function isPlaceSaid(tokens: Token[], to: number): boolean {
  if (tokens[to]?.gap !== ', ' || !/^(?:an?|the)$/.test(tokens[to]?.word ?? '')) return false
  for (let at = to + 1; at < to + 4; at++) {
    if (tokens[at]?.gap !== ' ') return false
    if (KIND_OF_THING.test(tokens[at]?.word ?? '')) return true
  }
  return false
}

/** Before and behind names of what does not act: "lakes Erie and Huron", "the steamer Trent". */
const KIND_OF_THING =
  /^(?:lakes?|rivers?|forts?|islands?|cit(?:y|ies)|towns?|villages?|provinces?|count(?:y|ies)|ports?|capes?|mounts?|ships?|steamers?|frigates?|schooners?|brigs?|submarines?|books?|novels?|pamphlets?|plays?|poems?|films?|songs?)$/

/** "the Vietnam War and Watergate": what is named beside a thing is one too. */
const isBesideThing = (tokens: Token[], from: number): boolean =>
  tokens[from - 1]?.folded === 'and' &&
  has(tokens[from - 2], FLAG.thing) &&
  isCapital(tokens[from - 2] as Token)

/** "in Washington", "Clinton, New York" */
export function isLocated(tokens: Token[], { from, to }: { from: number; to: number }): boolean {
  const next = tokens[to]
  if (isPossessive(tokens, to)) return false
  if (next !== undefined && next.gap === ', ') {
    const known = knownName(tokens, to)
    if (known !== null && (isPlace(known.entry.actor) || known.entry.actor.type === 'state')) {
      // "Nixon, China and the Soviet Union" is a list.
      const after = tokens[known.next]
      return after === undefined || !/^(?:and|or)$/.test(after.folded)
    }
  }
  const before = tokens[from - 1]
  return before !== undefined && tokens[from]?.gap === ' ' && STRICT_LOCATION.test(before.folded)
}

const STRICT_LOCATION = /^(?:in|at|near|outside|inside|throughout)$/

const OF = /^(?:of|to|on|about|for|over|v|vs|versus)$/
const APPOSITION =
  /^(?:who|whose|whom|now|then|himself|herself|too|however|the|a|an|his|her|former)$/

const isPossessive = (tokens: Token[], to: number): boolean =>
  tokens[to]?.gap === "'" && tokens[to]?.word === 's'

/** What follows is what somebody does or has. */
function isActing(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  if (next === undefined) return false
  if (isPossessive(tokens, to)) return true
  if (next.gap === ', ') return APPOSITION.test(next.word)
  if (next.gap !== ' ') return false
  if (RULE_OF.test(next.word) || VERBS.has(next.word)) return true
  return /[a-z]{2}ed$/.test(next.word) && !/ed$/.test(next.word.slice(0, 2))
}
