import { fold } from '#schema/fold'
import { addressOf, isTitle } from './titles.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { NamedActor, NameEntry } from './trie.ts'

/**
 * A bare surname ("Clinton") stands for its person only where no other first name goes before it:
 * "George Clinton" is somebody else, and so is "Hillary Clinton" when she is not in the file.
 */

/** Capitalised at the start of a sentence, or always, without being a first name. */
const NO_FIRST_NAME: ReadonlySet<string> = new Set(
  `a about after again against all along also although among an and another any are around as at
  be because before behind being below beside besides between beyond both but by can could despite
  did do does during each either even every few first finally following for former from had has
  have having he her here his how however if in inside instead into is it its just last late later
  like many may meanwhile might more most must near neither new next no nor not now of off often on
  once one only onto or other our out outside over own per perhaps since so some soon still such
  than that the their then there these they this those though through throughout thus to today
  together tomorrow tonight toward towards two under unless unlike until up upon was we were what
  when whenever where whereas whether which while who whom whose why will with within without would
  yesterday yet you your says said asked told met
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  american british english french german italian russian serb serbian albanian kosovar yugoslav
  european soviet chinese japanese greek turkish spanish polish dutch irish israeli palestinian
  croatian bosnian macedonian montenegrin foreign prime vice pro anti ex non`.split(/\s+/),
)

const STARTS_UPPER = /^\p{Lu}/u
const LOWER = /\p{Ll}/u
const VERB_LIKE = /(?:ing|ed|ly)$/

/**
 * Whether a name found at a token may stand for its actor, seen from the word before it.
 *
 * @param covered true when the word before belongs to a name that was already recognised
 */
export function standsAlone(
  entry: NameEntry,
  tokens: Token[],
  at: number,
  covered: boolean,
): boolean {
  if (entry.actor.type !== 'person' || entry.words.length !== 1) return true
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined || token.gap !== ' ' || covered) return true
  const address = addressOf(before.folded)
  if (address !== null) return mayBe(entry.actor, address)
  if (!STARTS_UPPER.test(before.word)) return true
  if (isTitle(before.folded) || NO_FIRST_NAME.has(before.folded)) return true
  if (isInitial(before)) return initialOf(entry.actor) === before.folded
  // NATO Clinton: an acronym is no first name, unless everything is in capitals.
  if (!LOWER.test(before.word) && LOWER.test(token.word)) return true
  if (startsSentence(tokens, at - 1) && VERB_LIKE.test(before.folded)) return true
  return endsOffice(tokens, at - 1)
}

const LONGEST_OFFICE = 6

/** "Secretary of Defense Cohen", "Minister of Foreign Affairs Ivanov". */
function endsOffice(tokens: Token[], at: number): boolean {
  let link = false
  for (let index = at; index >= 0 && at - index < LONGEST_OFFICE; index--) {
    const token = tokens[index]
    if (token === undefined) return false
    if (token.folded === 'of' || token.folded === 'for') link = true
    else if (link && isTitle(token.folded)) return true
    if (token.gap !== ' ') return false
  }
  return false
}

const isInitial = (token: Token): boolean => token.word.length === 1

const initialOf = (actor: NamedActor): string => fold(actor.name).charAt(0)

function startsSentence(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  return at === 0 || (token !== undefined && /[.!?]/.test(token.gap))
}

const addresses = new WeakMap<NamedActor, Set<string>>()

/** False when the actor's own names say the opposite: an alias "Mr. Clinton" rules "Mrs." out. */
function mayBe(actor: NamedActor, address: 'male' | 'female'): boolean {
  let known = addresses.get(actor)
  if (known === undefined) {
    const words = [actor.name, ...actor.aliases].flatMap((name) => tokensOf(name))
    known = new Set(words.map(({ folded }) => addressOf(folded)).filter((own) => own !== null))
    addresses.set(actor, known)
  }
  return known.size === 0 || known.has(address)
}
