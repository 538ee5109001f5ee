import type { Authority } from '../authority.ts'
import type { ActorRef } from '../others.ts'
import { isTitle } from '../titles.ts'
import { type Token, tokensOf } from '../tokens.ts'
import { initialsKey } from './full-name.ts'

/** "W. J. Clinton" for a person of the authority file who is called William Jefferson Clinton there. */

/** Initials and surname → the one person; null for several. */
type Index = Map<string, ActorRef | null>

const INDEXES = new WeakMap<Authority, Index>()

/** The person whom initials and a surname mean; null for other names. */
export function byInitials(initials: string | null, authority: Authority): ActorRef | null {
  if (initials === null) return null
  const index = INDEXES.get(authority) ?? indexOf(authority)
  INDEXES.set(authority, index)
  return index.get(initials) ?? null
}

function indexOf({ actors }: Authority): Index {
  const index: Index = new Map()
  for (const { id, name, type, aliases } of actors) {
    if (type !== 'person') continue
    for (const words of [name, ...aliases].map((text) => tokensOf(text))) {
      if (words.length < 2 || words.some(({ folded }) => isTitle(folded))) continue
      const [first, last] = [words[0] as Token, words.at(-1) as Token]
      for (const key of [initialsKey(words), initialsKey([first, last])]) {
        const known = index.get(key)
        const isOther = known !== undefined && known?.id !== id
        index.set(key, isOther ? null : { id, name, type, verified: true })
      }
    }
  }
  return index
}
