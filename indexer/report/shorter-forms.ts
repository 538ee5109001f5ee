import type { ActorType } from '#schema/entry'
import { fold } from '#schema/fold'
import { fullNameOf, surnameKey } from '../actors/names/full-name.ts'
import { type Token, tokensOf } from '../actors/tokens.ts'

/**
 * Which names of a collection are shorter forms of others: "Kennedy" and "John Kennedy" of "John F. Kennedy".
 * Each document was read for itself, so only here, where all names are together, can it be told whether
 * one is the only one that a shorter form may mean.
 */

export type NamedOnce = { id: string; name: string; type: ActorType }

/** By the id of a shorter form the id of the one name that it may stand for. */
export function shorterForms(names: readonly NamedOnce[]): Map<string, string> {
  const longer = new Map<string, string>()
  const people = peopleOf(names)
  const bySurname = grouped(people, ({ surname }) => surname)
  for (const same of grouped(people, ({ surname, given }) => `${given} ${surname}`).values()) {
    for (const person of same) {
      const others = same.filter((other) => isShorter(person.middle, other.middle))
      // "George Bush" is nobody's where there are George W. and George H. W.
      const [longest, ...rest] = others.sort((a, b) => b.middle.length - a.middle.length)
      if (longest === undefined) continue
      if (rest.every(({ middle }) => isShorter(middle, longest.middle)))
        longer.set(person.id, longest.id)
    }
  }
  const organizations = grouped(
    names.filter(({ type }) => type === 'organization'),
    ({ name }) => initialsOf(name),
  )
  for (const { id, name, type } of names) {
    const words = tokensOf(name)
    const key = surnameKey(words)
    const alike = type === 'unknown' || type === 'person' ? (bySurname.get(key) ?? []) : []
    const bearers = new Set(alike.map((person) => longestOf(longer, person.id)))
    const written = type === 'organization' ? (organizations.get(fold(name)) ?? []) : []
    const meant = written.filter((other) => other.id !== id)
    const [only] = bearers.size === 1 ? [...bearers] : meant.length === 1 ? [meant[0]?.id] : []
    if (only !== undefined && only !== id && !longer.has(id)) longer.set(id, only)
  }
  return new Map([...longer.keys()].map((id) => [id, longestOf(longer, id)]))
}

/** "Franklin Roosevelt" is "Franklin D. Roosevelt", who is "Franklin Delano Roosevelt". */
function longestOf(longer: ReadonlyMap<string, string>, id: string): string {
  const next = longer.get(id)
  return next === undefined ? id : longestOf(longer, next)
}

type Person = { id: string; given: string; middle: string[]; surname: string }

function peopleOf(names: readonly NamedOnce[]): Person[] {
  return names.flatMap(({ id, name, type }) => {
    const words = type === 'person' ? tokensOf(name) : []
    const { given, surnames } = fullNameOf(words)
    const surname = surnames[0]
    if (surname === undefined || given.length < 2) return []
    return [{ id, given, surname, middle: words.slice(1, -1).map(({ folded }) => folded) }]
  })
}

/** No middle name of "F.", "F." of "Fitzgerald". John Adams is not John Quincy Adams: only initials are left out. */
function isShorter(middle: string[], other: string[]): boolean {
  if (middle.length > other.length || middle.join(' ') === other.join(' ')) return false
  if (!middle.every((word, index) => agrees(word, other[index] as string))) return false
  return other.slice(middle.length).every(({ length }) => length === 1)
}

const agrees = (word: string, other: string): boolean =>
  word === other || (word.length === 1 && other.startsWith(word))

/** "palestine liberation organization" → "plo" */
function initialsOf(name: string): string {
  const words = tokensOf(name).filter(isCapitalised)
  return words.length < 3 ? '' : words.map(({ folded }) => folded.charAt(0)).join('')
}

const isCapitalised = ({ word }: Token): boolean => /^\p{Lu}/u.test(word)

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
