import type { ActorType } from '#schema/entry'
import { fold } from '#schema/fold'
import { addressOf } from '../titles.ts'
import type { Token } from '../tokens.ts'
import type { NameEntry } from '../trie.ts'
import type { Find } from '../verified.ts'
import type { Candidate, CandidateRule } from './candidate.ts'
import { type FullName, fullNameOf, isSeveral, surnameKey } from './full-name.ts'

/**
 * A text with the names that were found in it, before the document is asked what they mean. It keeps
 * no tokens: a batch holds many texts at once.
 */
export type ReadText = { text: string; mentions: Mention[] }

type Place = {
  /** Code units of the text. */
  start: number
  end: number
  /** "(PLO)" right behind the name. */
  acronym: string | null
}

export type Mention = (VerifiedMention | OtherMention) & Place

export type VerifiedMention = {
  entry: NameEntry
  rule: Find['rule']
  /** The folded word, when it is one that may mean somebody else of the name. */
  only: string | null
}

export type OtherMention = Pick<Candidate, 'name' | 'weight' | 'listed' | 'located'> & {
  entry: null
  rule: CandidateRule
  type: ActorType
  /** The folded name. */
  key: string
  /** As a surname that stands alone; null for several words. */
  surname: string | null
  /** A person's, in several words. */
  full: FullName | null
  /** The title right before it, as written. */
  title: { word: string; address: 'male' | 'female' } | null
}

export function readText(
  text: string,
  tokens: Token[],
  verified: Find[],
  candidates: Candidate[],
): ReadText {
  const mentions: Mention[] = []
  let next = 0
  for (const find of verified) {
    next = addOthers(mentions, { text, tokens, candidates }, next, find.from)
    const { entry, rule, from, to } = find
    // "the Clinton administration" is that of the Clinton whom everybody knows.
    const isBare = to - from === 1 && !RULE_OF.test(tokens[to]?.folded ?? '')
    const only = isBare ? (tokens[from]?.folded ?? null) : null
    const start = tokens[from]?.start ?? 0
    const end = endOf(text, tokens, to, entry.endsWithStop)
    mentions.push({ entry, rule, only, start, end, acronym: acronymAfter(text, tokens, to) })
  }
  addOthers(mentions, { text, tokens, candidates }, next, tokens.length)
  return { text, mentions }
}

const RULE_OF = /^(?:administration|government|regime|presidency|cabinet|years|era)$/

/** The candidates from an index on that begin before a token; returns the index after them. */
function addOthers(
  mentions: Mention[],
  { text, tokens, candidates }: { text: string; tokens: Token[]; candidates: Candidate[] },
  from: number,
  before: number,
): number {
  let next = from
  for (; (candidates[next]?.from ?? before) < before; next++) {
    mentions.push(otherMention(text, tokens, candidates[next] as Candidate))
  }
  return next
}

function otherMention(text: string, tokens: Token[], candidate: Candidate): Mention {
  const { from, to, name, weight, listed, located, rule, type } = candidate
  const before = tokens[from]?.gap === ' ' ? tokens[from - 1] : undefined
  const address = before === undefined ? null : addressOf(before.folded)
  const title = before === undefined || address === null ? null : { word: before.word, address }
  const words = tokens.slice(from, to)
  const several = isSeveral(words)
  return {
    entry: null,
    name,
    key: fold(name),
    weight,
    listed,
    located,
    rule,
    type,
    surname: several ? null : surnameKey(words),
    full: several && !listed && type === 'person' ? fullNameOf(words) : null,
    title,
    start: tokens[from]?.start ?? 0,
    end: endOf(text, tokens, to, name.endsWith('.')),
    acronym: acronymAfter(text, tokens, to),
  }
}

function endOf(text: string, tokens: Token[], to: number, withStop: boolean): number {
  const last = tokens[to - 1]?.end ?? 0
  return withStop && text[last] === '.' ? last + 1 : last
}

const ACRONYM = /^\s*\(\s*((?:\p{Lu}[\p{Lu}\p{N}&-]{1,9})|(?:\p{Lu}\.){2,6})\s*[),;/–-]/u

/** "Palestine Liberation Organization (PLO)" */
function acronymAfter(text: string, tokens: Token[], to: number): string | null {
  if (tokens[to]?.gap.startsWith(' (') !== true) return null
  const end = tokens[to - 1]?.end ?? 0
  return ACRONYM.exec(text.slice(end, end + 20))?.[1] ?? null
}
