import { describe, expect, it } from 'vitest'
import { engineWords, hasWords } from './words.ts'

describe('engineWords', () => {
  it.each([
    // Kinds of quotation mark make the same phrase.
    ['“air campaign” kosovo', '"air campaign" kosovo'],
    ['„air campaign“ «first vote»', '"air campaign" "first vote"'],
    // A phrase that is still being typed.
    ['kosovo "air cam', 'kosovo air cam'],
    // Beginnings are found only at the end of a query, so exclusions stand in front.
    // The engine would find "us".
    ['U.S. troops', '"U.S." troops'],
    ['nato -refugees', '-"refugees" nato'],
    ['nato -"air campaign"', '-"air campaign" nato'],
    ['kfor"serbs nato', 'kfor serbs nato'],
    ["KLA's guns", 'KLA guns'],
    ['  spaces   between ', 'spaces between'],
    ['- -- " "" -"" ?', ''],
    ['nato-led force', 'nato-led force'],
  ])('%s', (query, q) => {
    expect(engineWords(query, false)).toMatchObject({ q, also: [] })
  })

  it('binds every word when exact', () => {
    expect(engineWords('refugees return -camp "air campaign"', true)).toMatchObject({
      q: '-"camp" "refugees" "return" "air campaign"',
      also: [],
      relaxable: false,
    })
  })

  it('never gives the engine more than ten words to count', () => {
    const words = Array.from({ length: 34 }, (_, index) => `word${index}`)
    const { q, also } = engineWords(`${words.join(' ')} -not`, false)
    const chunks = [q.replace('-"not" ', ''), ...also].map((chunk) => chunk.trim().split(' '))
    expect(chunks.flat()).toEqual(words)
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(10)
  })

  it('keeps phrases binding however long a query is', () => {
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`).join(' ')
    const { q, also, loose } = engineWords(`${words} "no such phrase" -not`, false)
    expect([q, ...also].join(' ')).toContain('"no such phrase"')
    expect(loose.also).toEqual(['"no such phrase"'])
    expect(loose.q).toMatch(/^-"not" word/)
  })

  it('tells asking from excluding', () => {
    expect(hasWords('-nato')).toBe(false)
    expect(hasWords('!!! " -')).toBe(false)
    expect(hasWords('nato -kfor')).toBe(true)
  })

  it('drops words only where something else remains', () => {
    expect(engineWords('refugees', false).relaxable).toBe(false)
    expect(engineWords('"air campaign" "first vote"', false).relaxable).toBe(false)
    expect(engineWords('refugees -nato', false).relaxable).toBe(false)
    expect(engineWords('"air campaign" refugees', false).relaxable).toBe(true)
    expect(engineWords('nato-zeppelin', false).relaxable).toBe(true)
  })
})
