import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Actor } from '#schema/entry'
import { fold } from '#schema/fold'
import type { Authority } from '../../actors/authority.ts'
import { parseDocument } from '../../parse.ts'
import { wholeOf } from '../../parsed.ts'

/** Precision and recall of recognised actors on passages that were read by hand. */

/** A folder of passages, and what is read in them. */
export type Sample = 'develop' | 'measure' | 'drawn' | 'drawn-again'

type Expected = { type: string; names: string[]; counts: boolean }

export type Score = {
  found: number
  expected: number
  /** Found and expected. */
  right: number
  /** Of these, with the expected type. */
  rightType: number
  /** `passage: name` */
  wrong: string[]
  missed: string[]
}

const LETTERS: Record<string, string> = {
  p: 'person',
  o: 'organization',
  s: 'state',
  u: 'unknown',
}

/** Every paragraph's actors against those that are written down, each actor once. */
export async function scoreSample(sample: Sample, authority: Authority): Promise<Score> {
  const gold = parse(readFileSync(join(import.meta.dirname, `${sample}.yaml`), 'utf8'))
  const score: Score = { found: 0, expected: 0, right: 0, rightType: 0, wrong: [], missed: [] }
  for (const [passage, lines] of Object.entries<(string | null)[]>(gold)) {
    const text = readFileSync(join(import.meta.dirname, sample, `${passage}.txt`), 'utf8')
    const source = { id: 'passage', source: 'passage.txt', format: 'txt', text } as const
    const { entries } = await wholeOf(await parseDocument(source, authority))
    if (entries.length !== lines.length) {
      throw new Error(`${passage}: ${entries.length} entries, ${lines.length} lines`)
    }
    for (const [index, line] of lines.entries()) {
      compare(entries[index]?.entry.actors ?? [], expectedIn(line ?? ''), passage, score)
    }
  }
  return score
}

function expectedIn(line: string): Expected[] {
  return line
    .split(';')
    .filter((item) => item.trim() !== '')
    .map((item) => {
      const [, optional, letter = 'u', names = ''] = /^\s*(\??)([posu]) (.*?)\s*$/.exec(item) ?? []
      return { type: LETTERS[letter] ?? '', names: names.split('|').map(fold), counts: !optional }
    })
}

function compare(actors: Actor[], expected: Expected[], passage: string, score: Score): void {
  const unmatched = [...actors]
  const take = ({ names }: Expected): Actor | undefined => {
    const at = unmatched.findIndex((actor) =>
      [actor.name, ...actor.evidence.map(({ text }) => text)].some((name) =>
        names.includes(fold(name)),
      ),
    )
    return at === -1 ? undefined : unmatched.splice(at, 1)[0]
  }
  for (const one of expected.filter(({ counts }) => counts)) {
    const actor = take(one)
    score.expected++
    if (actor === undefined) {
      score.missed.push(`${passage}: ${one.names[0]}`)
      continue
    }
    score.found++
    score.right++
    if (actor.type === one.type) score.rightType++
  }
  for (const one of expected.filter(({ counts }) => !counts)) take(one)
  score.found += unmatched.length
  score.wrong.push(...unmatched.map(({ name }) => `${passage}: ${name}`))
}

export const precision = ({ right, found }: Score): number => right / Math.max(found, 1)
export const recall = ({ right, expected }: Score): number => right / Math.max(expected, 1)
