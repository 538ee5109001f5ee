import { describe, expect, it } from 'vitest'
import { engineWords } from './words.ts'

describe('engineWords', () => {
  it.each([
    // Kinds of quotation mark make the same phrase.
    ['“air campaign” kosovo', '"air campaign" kosovo'],
    ['„air campaign“ «first vote»', '"air campaign" "first vote"'],
    // A phrase that is still being typed.
    ['kosovo "air cam', 'kosovo "air cam"'],
    // The engine would find "us".
    ['U.S. troops', '"U.S." troops'],
    ['nato -refugees', 'nato -"refugees"'],
    ['-"air campaign" nato', 'nato -"air campaign"'],
    ['  spaces   between ', 'spaces between'],
    ['- -- " "" -"" ?', ''],
    ['nato-led force', 'nato-led force'],
  ])('%s', (query, q) => {
    expect(engineWords(query, false)).toMatchObject({ q, also: [] })
  })

  it('binds every word when exact', () => {
    expect(engineWords('refugees return -camp "air campaign"', true)).toEqual({
      q: '"refugees" "return" "air campaign" -"camp"',
      also: [],
      relaxable: false,
    })
  })

  it('never gives the engine more than ten words to count', () => {
    const words = Array.from({ length: 34 }, (_, index) => `word${index}`)
    const { q, also } = engineWords(`${words.join(' ')} -not`, false)
    const chunks = [q.replace(' -"not"', ''), ...also].map((chunk) => chunk.split(' '))
    expect(chunks.flat()).toEqual(words)
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(10)
  })

  it('drops words only where something else remains', () => {
    expect(engineWords('refugees', false).relaxable).toBe(false)
    expect(engineWords('"air campaign" "first vote"', false).relaxable).toBe(false)
    expect(engineWords('refugees -nato', false).relaxable).toBe(false)
    expect(engineWords('"air campaign" refugees', false).relaxable).toBe(true)
  })
})
