import type { ActorType } from '#schema/entry'
import { readActors } from './authority-yaml.ts'
import type { ContextRule } from './context-rule.ts'
import { OtherActors } from './others.ts'
import { compileNames, type NameTrie } from './trie.ts'
import { unambiguous } from './unambiguous.ts'

/** The authority file: the actors that are known, one canonical name each, with their aliases. */

export type AuthorityActor = {
  id: string
  /** Canonical, unique in the file. */
  name: string
  type: ActorType
  aliases: string[]
  /** By alias: where it counts. */
  rules?: ReadonlyMap<string, ContextRule>
  /** Wikidata item, `Q` and digits. */
  wikidata?: string
  /** 1-based line of the actor in the authority file. */
  line: number
}

export type Authority = {
  actors: AuthorityActor[]
  /** Names and aliases, compiled once for all texts. */
  names: NameTrie
  /** The actors that are in no authority file; null: only those of the file are recognised. */
  others: OtherActors | null
}

export type AuthorityProblem = {
  /** 1-based line in the file. */
  line: number
  /** One line with file and line in front, ready to be shown. */
  message: string
}

/** Compiles actors whose names and aliases are unambiguous. */
export function authorityOf(actors: AuthorityActor[]): Authority {
  return { actors, names: compileNames(actors), others: new OtherActors(actors) }
}

/** The same actors, and no others. */
export const onlyVerified = (authority: Authority): Authority => ({ ...authority, others: null })

/** No actors at all, and no others are looked for. */
export const EMPTY_AUTHORITY: Authority = onlyVerified(authorityOf([]))

/**
 * Reads an authority file: a YAML list of actors (`id`, `name`, `type`, optional `aliases`,
 * `wikidata`, `onlyWith` and `notWith`), alone or under the key `actors`. What is faulty is left out and named, so that one
 * run shows every problem; a caller that wants a faultless file refuses one with problems.
 *
 * @param fileName stands in front of the messages
 */
export function parseAuthority(
  yaml: string,
  fileName: string,
): { authority: Authority; problems: AuthorityProblem[] } {
  const problems: AuthorityProblem[] = []
  const actors = readActors(yaml, (line, message) => {
    problems.push({ line, message: `${fileName}:${line}: ${message}` })
  })
  const authority = authorityOf(
    unambiguous(actors, (line, message) => {
      problems.push({ line, message: `${fileName}:${line}: ${message}` })
    }),
  )
  problems.sort((a, b) => a.line - b.line)
  return { authority, problems }
}
