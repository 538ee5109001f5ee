import { describe, expect, it } from 'vitest'
import { beginsAnew, belongTogether, isEntry, joinLines, wrapWidth } from './wrapping.ts'

const WORDS = 'the ferry left the old harbour before noon and reached an island by evening'.split(
  ' ',
)

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`
    } else lines.push(word)
  }
  return lines
}

function* paragraphs(seed: number): Generator<string> {
  let state = seed
  for (;;) {
    const words = Array.from({ length: 60 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648
      return WORDS[state % WORDS.length] ?? ''
    })
    yield `${words.join(' ')}.`
  }
}

const never = (): boolean => false

describe('wrapped text', () => {
  it.each([60, 66, 72, 80, 100])('is joined again at width %i', (width) => {
    const texts = paragraphs(width)
    const originals = Array.from({ length: 5 }, () => texts.next().value as string)
    const runs = originals.map((text) => wrap(text, width))
    const found = wrapWidth(runs, never)
    expect(found).not.toBeNull()
    for (const [index, run] of runs.entries()) {
      for (let at = 1; at < run.length; at++) {
        expect(belongTogether(run[at - 1] ?? '', run[at] ?? '', found)).toBe(true)
      }
      expect(joinLines(run)).toBe(originals[index])
    }
  })

  it('is told from paragraphs of one line each', () => {
    const texts = paragraphs(7)
    const lines = Array.from({ length: 5 }, () => texts.next().value as string)
    expect(wrapWidth([lines], never)).toBeNull()
    expect(belongTogether(lines[0] ?? '', 'Then came the next day.', null)).toBe(false)
  })

  it('is told from short lines', () => {
    expect(wrapWidth([['Ann Harbour', 'Quay 3', 'Port Town']], never)).toBeNull()
    expect(belongTogether('Ann Harbour', 'Quay 3', null)).toBe(true)
  })
})

describe('joinLines', () => {
  it.each([
    [['an inter-', 'national body'], 'an international body'],
    [['a long-', 'term plan'], 'a long-term plan'],
    [['the Rush-', 'Bagot pact'], 'the Rush-Bagot pact'],
    [['pre-', 'and post-war'], 'pre- and post-war'],
    [['a pause -', 'then'], 'a pause - then'],
    [['pages 10-', '12'], 'pages 10-12'],
  ])('%j', (lines, text) => {
    expect(joinLines(lines)).toBe(text)
  })
})

describe('beginsAnew', () => {
  const line = '10 June 1999 the second ferry sank'
  it('after a line of the timeline, or a sentence', () => {
    expect(beginsAnew(line, '9 June 1999 the first ferry sank', true, null)).toBe(true)
    expect(beginsAnew(line, 'What follows is a list:', false, null)).toBe(true)
    expect(beginsAnew(line, 'Chronology', false, null)).toBe(true)
  })
  it('not in the middle of a phrase or a wrapped sentence', () => {
    expect(beginsAnew(line, 'The conference opened on', false, null)).toBe(false)
    expect(
      beginsAnew(line, 'The delegates came together at the inn and were told that', false, 60),
    ).toBe(false)
    expect(
      beginsAnew(line, '9 June 1999 the first ferry, which had been built to sail', true, 60),
    ).toBe(false)
  })
})

describe('isEntry', () => {
  const above = 'The council hears that nobody has been paid since October'
  it.each([
    ['1920.', above, 60, false],
    ['May 1920).', above, 60, false],
    ['1920', above, 60, true],
    ['1920.', above, null, true],
    [
      'August 1920 they are paid',
      'The council hears that nobody has been paid since 18',
      55,
      false,
    ],
    [
      'August 1920 they are paid',
      'The council hears that nobody has been paid since 180',
      55,
      true,
    ],
    ['August 1920 they are paid', 'The council hears that it is 18', 60, true],
    ['1920.', `${above}.`, 60, true],
    ['10 June 1920: they are paid', above, 60, true],
    [
      '10 June 1920: they are paid',
      'The council had hoped for the money and it was paid on',
      60,
      false,
    ],
  ])('%j below %j', (line, over, width, is) => {
    expect(isEntry(line, over, width)).toBe(is)
  })
})
