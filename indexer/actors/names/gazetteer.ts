import type { ActorType } from '#schema/entry'
import { tokensOf } from '../tokens.ts'
import { compileNames, type NamedActor, type NameTrie } from '../trie.ts'
import { PLACES } from './places.ts'
import { ORGANIZATIONS, STATES } from './states.ts'

/** Names that are known without any authority file, compiled like one. */

const PLACE = 'place'

function named(line: string, type: ActorType, prefix: string): NamedActor {
  const [name = '', ...aliases] = line.split('|')
  return { id: `${prefix}${name}`, name, type, aliases }
}

const actors = [
  ...STATES.map((line) => named(line, 'state', '')),
  ...ORGANIZATIONS.map((line) => named(line, 'organization', '')),
  ...PLACES.filter((name) => tokensOf(name).length > 0).map((name) =>
    named(name, 'unknown', PLACE),
  ),
]

export const GAZETTEER: NameTrie = compileNames(actors)

/** Whether a name of the gazetteer is there only to be left alone. */
export const isPlace = ({ id, type }: NamedActor): boolean =>
  type === 'unknown' && id.startsWith(PLACE)
