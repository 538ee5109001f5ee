import type { Token } from '../tokens.ts'
import type { Candidate } from './candidate.ts'
import { judgeRun } from './judge.ts'
import { has, knownName } from './known.ts'
import { FLAG } from './lexicon.ts'
import { endOfRun, isCapital, startWithParticles } from './run.ts'
import { beginsSentence, isAllCapitals, isHeadline } from './sentence.ts'

/**
 * Names in a text that no authority file knows, in text order.
 *
 * @param covered 1 at tokens that belong to a name already
 */
export function findCandidates(text: string, tokens: Token[], covered: Uint8Array): Candidate[] {
  if (isAllCapitals(tokens)) return []
  const headline = isHeadline(text, tokens)
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    if (covered[at] === 1 || !isCapital(token) || isSkipped(tokens, at)) {
      at++
      continue
    }
    // A known name may hold what ends a run: "Educational, Scientific, and Cultural Organization".
    const known = knownName(tokens, at)?.next ?? 0
    const end = Math.max(endOfRun(tokens, at, covered), known)
    const from = covered[at - 1] === 1 ? at : startWithParticles(tokens, at)
    for (const candidate of judgeRun({ text, tokens }, { from: at, to: end })) {
      if (candidate.from === at && isName(candidate)) widen(candidate, from, text, tokens)
      if (headline && !candidate.listed && candidate.rule === 'capitalised') {
        candidate.weight = 'asked'
      }
      found.push(candidate)
    }
    at = end
  }
  return found
}

/** A word of grammar begins no name, unless a known name begins with it ("The Hague"). */
function isSkipped(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (!has(token, FLAG.never)) return false
  return knownName(tokens, at) === null || beginsSentence(tokens, at)
}

const isName = ({ listed, type }: Candidate): boolean => !listed && type !== 'organization'

function widen(candidate: Candidate, from: number, text: string, tokens: Token[]): void {
  if (from >= candidate.from) return
  const start = (tokens[from] as Token).start
  candidate.name = text.slice(start, (tokens[candidate.from] as Token).start) + candidate.name
  candidate.from = from
}
