import { expect, it } from 'vitest'
import { termsOf } from '#schema/meaning/terms'
import type { EngineHit } from './adapt.ts'
import type { Found } from './find.ts'
import { withStems } from './marks.ts'
import { entryOf } from './test-collection.ts'

it('marks all words of a question that the engine was asked for in part', () => {
  const text = 'The U.S. governors, who used us, left the harbour'
  const found = (relaxed: boolean): Found =>
    ({ terms: termsOf('U.S. governor harbour zeppelin'), relaxed }) as Found
  const marked = (relaxed: boolean, matches: { start: number; length: number }[]): string[] => {
    const entry: unknown = entryOf(0, { text })
    const hit = { ...(entry as EngineHit), _matchesPosition: { text: matches } }
    const [marks] = withStems([hit], found(relaxed)).map(({ highlights }) => highlights.text)
    return marks?.map(([start, end]) => text.slice(start, end)) ?? []
  }
  const byEngine = [{ start: text.indexOf('harbour'), length: 7 }]
  expect(marked(true, byEngine)).toEqual(['U.S.', 'governors', 'harbour'])
  // With all words in it, what the engine marked is all; found by meaning alone, it marked none.
  expect(marked(false, byEngine)).toEqual(['harbour'])
  expect(marked(false, [])).toEqual(['U.S.', 'governors', 'harbour'])
})
