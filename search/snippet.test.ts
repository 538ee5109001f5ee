import { describe, expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import type { Highlight } from './highlight.ts'
import { highlightsIn, snippetOf } from './snippet.ts'

const random = seeded()

describe(`the part that was found (seed ${random.seed})`, () => {
  it('holds words that were found, cuts at words, and is much shorter than the text', () => {
    for (let round = 0; round < 500; round++) {
      const words = Array.from({ length: random.between(1, 600) }, () =>
        random.pick(['a', 'refugees', '😀', 'Milošević', 'x'.repeat(random.between(1, 40))]),
      )
      const text = words.join(' ')
      const highlights: Highlight[] = []
      let at = 0
      for (const word of words) {
        if (word === 'refugees' && random.chance(0.1)) highlights.push([at, at + word.length])
        at += word.length + 1
      }
      const snippet = snippetOf(text, highlights)
      if (snippet === null) {
        expect(text.length).toBeLessThanOrEqual(560)
        continue
      }
      const part = text.slice(snippet.start, snippet.end)
      expect(part.length).toBeLessThan(600)
      expect(part.isWellFormed()).toBe(true)
      expect(` ${text} `).toContain(` ${part} `)
      const marked = highlightsIn(highlights, snippet).map(([from, to]) => part.slice(from, to))
      if (highlights.length > 0) expect(marked.length).toBeGreaterThan(0)
      for (const word of marked) expect(word).toBe('refugees')
    }
  })

  it('is the beginning when nothing is marked', () => {
    expect(snippetOf('word '.repeat(300), [])?.start).toBe(0)
  })

  it('leaves short texts whole', () => {
    expect(snippetOf('word '.repeat(100), [[0, 4]])).toBeNull()
  })
})
