import { describe, expect, it } from 'vitest'
import { hasWords } from './query-units.ts'
import { engineWords, queryParts } from './words.ts'

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
    // Two hyphens are a dash.
    ['a witness --the president --"air campaign"', 'a witness the president "air campaign"'],
    ['nato-led force', 'nato-led force'],
    // No number is a typing error for another, with letters on it either.
    ['the 1990s', 'the "1990s"'],
    ['MH17 1999 F-117 12,000', '"MH17" 1999 F-117 12,000'],
    // Signs would part the phrase; those inside a word belong to it.
    ['"June 10, 1999."', '"June 10 1999"'],
    ['"Mr. Smith" "U.S. and (12,000) d’état!"', '"Mr Smith" "U.S and 12,000 d\'état"'],
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
    const words = unlikeWords(34)
    const { q, also } = engineWords(`${words.join(' ')} -not`, false)
    const chunks = [q.replace('-"not" ', ''), ...also].map((chunk) => chunk.trim().split(' '))
    expect(chunks.flat()).toEqual(words)
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(10)
  })

  it('keeps phrases whole however long a query is', () => {
    const { q, also } = engineWords(`${unlikeWords(12).join(' ')} "no such phrase" -not`, false)
    expect([q, ...also].join(' ')).toContain('"no such phrase"')
    expect(q).toMatch(/^-"not" /)
    // The word before a phrase is no beginning.
    expect(also.at(-1)).toMatch(/ $/)
  })

  it('asks once for a word that a long query repeats', () => {
    const words = unlikeWords(6)
    const many = Array.from({ length: 300 }, (_, at) => words[at % words.length])
    const { q, also, relaxable } = engineWords([...many, 'beginn'].join(' '), false)
    expect({ words: q.split(' ').sort(), also, relaxable }).toEqual({
      words: [...words, 'beginn'].sort(),
      also: [],
      relaxable: true,
    })
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
    // Quoted for the engine, yet no phrase of the reader's.
    expect(engineWords('U.S. zeppelin', false).relaxable).toBe(true)
    expect(queryParts('U.S. 1990s "air campaign"')).toMatchObject({
      words: ['U.S.', '1990s'],
      binding: '"air campaign"',
    })
  })

  it('keeps initials whole, however they are joined to other words', () => {
    const { words } = queryParts('the U.S.-led force, J.Smith and F.R.Y in W.Va.')
    expect(words).toEqual([
      'the',
      'U.S.',
      'led',
      'force',
      'J',
      'Smith',
      'and',
      'F.R.Y.',
      'in',
      'W',
      'Va',
    ])
  })
})

/** Words without digits, all different. */
const unlikeWords = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `word${String.fromCharCode(97 + index / 26, 97 + (index % 26))}`,
  )
