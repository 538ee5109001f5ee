import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  expectationOf,
  expectationPath,
  goldAuthority,
  goldSources,
  parseGold,
} from './expectation.ts'

const authority = goldAuthority()

describe.each(goldSources())('%s', async (name) => {
  const parsed = await parseGold(name, authority)

  it('yields what is written down (on purpose: node --import tsx indexer/gold/rewrite.ts)', () => {
    const expected: unknown = JSON.parse(readFileSync(expectationPath(name), 'utf8'))
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
