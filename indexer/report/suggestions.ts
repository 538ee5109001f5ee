import { Document } from 'yaml'
import type { ActorType } from '#schema/entry'
import { fold } from '#schema/fold'
import type { Authority } from '../actors/authority.ts'
import { tokensOf } from '../actors/tokens.ts'
import { printable } from '../errors.ts'
import type { DraftEntry } from '../parsed.ts'
import { shorterForms } from './shorter-forms.ts'

/** What is kept of a name: enough to judge it. */
type Suggestion = {
  id: string
  name: string
  type: ActorType
  entries: number
  documents: Set<string>
  /** Words that stood for it → how often. */
  variants: Map<string, number>
  contexts: string[]
}

const MOST_NAMES = 100_000
const MOST_VARIANTS = 20
const MOST_DOCUMENTS = 1_000
const CONTEXTS = 3
const CONTEXT_WIDTH = 60

/** The names of a run that no authority file has, gathered to be written as one. */
export class Suggestions {
  readonly #names = new Map<string, Suggestion>()

  add(drafts: readonly DraftEntry[]): void {
    for (const { entry } of drafts) {
      for (const { id, name, type, verified, evidence } of entry.actors) {
        if (verified) continue
        const known = this.#names.get(id)
        if (known === undefined && this.#names.size >= MOST_NAMES) continue
        const one = known ?? emptySuggestion(id, name, type)
        if (known === undefined) this.#names.set(id, one)
        one.entries++
        if (one.documents.size < MOST_DOCUMENTS) one.documents.add(entry.document.id)
        for (const { text } of evidence) count(one.variants, text)
        const offset = evidence.find(({ offset }) => offset !== null)?.offset ?? null
        if (offset !== null && one.contexts.length < CONTEXTS) {
          one.contexts.push(contextOf(entry.text, offset))
        }
      }
    }
  }

  get size(): number {
    return this.#names.size
  }

  /** An authority file of the names, the most frequent first, with what speaks for each as comments. */
  toYaml(authority: Authority): string {
    const names = [...this.#names.values()].sort(
      (a, b) => b.entries - a.entries || a.name.localeCompare(b.name, 'en'),
    )
    const aliases = aliasesOf(names, authority)
    const longer = shorterForms(names)
    const shorter = new Map<string, Suggestion[]>()
    for (const one of names) {
      const id = longer.get(one.id)
      if (id !== undefined) shorter.set(id, [...(shorter.get(id) ?? []), one])
    }
    const proposals = names.filter(({ id }) => !longer.has(id))
    const actors = proposals.map((one) => {
      const { id, name, type } = one
      const short = shorter.get(id) ?? []
      const own = [
        ...(aliases.get(id) ?? []),
        ...short.flatMap((other) => [other.name, ...(aliases.get(other.id) ?? [])]),
      ]
      return [
        ...commentOf(one),
        ...short.flatMap(mergedComment),
        ...item(own.length > 0 ? { id, name, type, aliases: own } : { id, name, type }),
      ]
    })
    return `${[...HEAD, 'actors:', ...actors.flat()].join('\n')}\n`
  }
}

const HEAD = [
  '# Names that the authority file does not have, as --suggest-actors found them. Correct names and',
  '# types, delete what is no actor, merge what is one, and move the rest to the authority file',
  '# (data/README.md describes its form). What is "also called" otherwise was merged because nobody else',
  '# here can be meant: check it.',
]

function emptySuggestion(id: string, name: string, type: ActorType): Suggestion {
  return { id, name, type, entries: 0, documents: new Set(), variants: new Map(), contexts: [] }
}

function count(variants: Map<string, number>, text: string): void {
  if (!variants.has(text) && variants.size >= MOST_VARIANTS) return
  variants.set(text, (variants.get(text) ?? 0) + 1)
}

function contextOf(text: string, [start, end]: [number, number]): string {
  const from = Math.max(0, start - CONTEXT_WIDTH)
  const to = Math.min(text.length, end + CONTEXT_WIDTH)
  // Whole words only, and no half of a character.
  const before =
    from === 0 ? text.slice(0, start) : text.slice(from, start).replace(/^\S*\s?/, '… ')
  const after = to === text.length ? text.slice(end) : text.slice(end, to).replace(/\s?\S*$/, ' …')
  return printable(`${before}${text.slice(start, end)}${after}`.replace(/\s+/g, ' '))
}

const commentOf = ({ entries, documents, contexts }: Suggestion): string[] => [
  `  # ${counted(entries, 'entry', 'entries')}, ${counted(documents.size, 'document', 'documents')}`,
  ...contexts.map((context) => `  #   ${context}`),
]

/** A name of other documents that may be the same: who edits the file decides. */
const mergedComment = (one: Suggestion): string[] => [
  `  #   also called "${one.name}": ${counted(one.entries, 'entry', 'entries')}, ${counted(one.documents.size, 'document', 'documents')}`,
  ...one.contexts.slice(0, 1).map((context) => `  #     ${context}`),
]

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

function item(actor: Record<string, unknown>): string[] {
  const lines = new Document([actor]).toString({ lineWidth: 0 }).trimEnd().split('\n')
  return lines.map((line) => `  ${line}`)
}

const NOBODY = ''

function own(owners: Map<string, string>, key: string, id: string): void {
  owners.set(key, (owners.get(key) ?? id) === id ? id : NOBODY)
}

/** Other words for each name, by id: those that mean nobody else, here or in the authority file. */
function aliasesOf(names: Suggestion[], { others }: Authority): Map<string, string[]> {
  const owners = new Map<string, string>()
  // A surname is nobody's where two people have it.
  for (const { id, name } of names) own(owners, fold(tokensOf(name).at(-1)?.word ?? ''), id)
  for (const { id, name } of names) owners.set(fold(name), id)
  const shared = new Set<string>()
  for (const { id, variants } of names) {
    for (const variant of variants.keys()) {
      const key = fold(variant)
      const owner = owners.get(key) ?? id
      if (owner !== id) shared.add(key)
      owners.set(key, owner)
    }
  }
  return new Map(
    names.map(({ id, name, variants }) => {
      const seen = new Set([fold(name)])
      const own = [...variants.keys()].filter((variant) => {
        const key = fold(variant)
        if (seen.has(key) || shared.has(key) || tokensOf(variant).length === 0) return false
        seen.add(key)
        return (others?.owner(variant) ?? null) === null
      })
      return [id, own.map((alias) => alias.replace(/\s+/g, ' ').trim())]
    }),
  )
}
