import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { PartialDate } from '#schema/entry'
import {
  expectationOf,
  expectationPath,
  goldAuthority,
  goldSources,
  parseGold,
} from './expectation.ts'

const authority = goldAuthority()

/** What is to be found in all sources, what was, and what of that is right. */
const tallies = { entries: tally(), dates: tally(), mentions: tally() }

function tally() {
  return { expected: 0, found: 0, right: 0 }
}

function count(name: keyof typeof tallies, expected: string[], found: string[]): void {
  const left = [...expected]
  for (const one of found) {
    const at = left.indexOf(one)
    if (at === -1) continue
    left.splice(at, 1)
    tallies[name].right++
  }
  tallies[name].expected += expected.length
  tallies[name].found += found.length
}

type Dated = { kind: string; text: string; date: PartialDate | null; mentions: PartialDate[] }

const inWords = {
  entries: (all: Dated[]) => all.map(({ kind, text }) => `${kind} ${text}`),
  dates: (all: Dated[]) =>
    all.flatMap(({ text, date }) => (date === null ? [] : [`${date.edtf} ${text}`])),
  mentions: (all: Dated[]) =>
    all.flatMap(({ text, mentions }) =>
      mentions.map(({ edtf, offset }) => `${edtf} ${offset} ${text}`),
    ),
}

afterAll(() => {
  for (const [name, { expected, found, right }] of Object.entries(tallies)) {
    const [precision, recall] = [right / found, right / expected].map((share) => share.toFixed(3))
    console.info(`gold: ${expected} ${name}, precision ${precision}, recall ${recall}`)
  }
})

describe.each(goldSources())('%s', async (name) => {
  const parsed = await parseGold(name, authority)

  it('yields what is written down (on purpose: node --import tsx indexer/gold/rewrite.ts)', () => {
    const expected: unknown = JSON.parse(readFileSync(expectationPath(name), 'utf8'))
    const { entries } = expected as { entries: Dated[] }
    for (const name of ['entries', 'dates', 'mentions'] as const) {
      count(name, inWords[name](entries), inWords[name](parsed.entries.map(({ entry }) => entry)))
    }
    expect(expectationOf(parsed)).toEqual(expected)
  })

  it('gives offsets that lead to the words', () => {
    for (const { entry } of parsed.entries) {
      const evidence = entry.actors.flatMap((actor) => actor.evidence)
      for (const { text, offset } of [...entry.mentions, ...evidence]) {
        if (offset !== null) expect(entry.text.slice(...offset)).toBe(text)
      }
      for (const mention of entry.mentions) expect(mention.offset).not.toBeNull()
    }
  })

  it('gives ids that are unique and belong to the document', () => {
    const ids = parsed.entries.map(({ entry }) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith(`${parsed.document.id}-`))).toBe(true)
    expect(parsed.entries.map(({ entry }) => entry.position)).toEqual([...ids.keys()])
  })
})
