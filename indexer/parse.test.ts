import { describe, expect, it } from 'vitest'
import { authorityOf } from './actors/authority.ts'
import { parseDocument } from './parse.ts'
import { type TextFormat, type WholeDocument, wholeOf } from './parsed.ts'

const SEED = 20260
const parse = async (text: string, format: TextFormat = 'txt'): Promise<WholeDocument> =>
  wholeOf(await parseDocument({ id: 'doc', source: 'doc.txt', format, text }, authorityOf([])))

/** Numerical Recipes' linear congruence: enough for choosing words. */
function chooser(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const WORDS =
  'ferry harbour wall stone barge council winter storm town league pilot channel net rower treaty'.split(
    ' ',
  )
const DATES = ['10 June 1999', 'June 10, 1999', 'June 1999', '1999-06-10', '10.06.1999']
const HEADINGS = [
  'The Old Wall',
  'WHERE WE STAND',
  '1999',
  'June 1999',
  'Site Map',
  'A Long Winter',
]

/** A document of every kind of line, and the sentences in it, each with a number of its own. */
function document(seed: number, format: TextFormat): { text: string; sentences: string[] } {
  const choose = chooser(seed)
  const pick = <T>(from: readonly T[]): T => from[choose(from.length)] as T
  const sentences: string[] = []
  const sentence = (): string => {
    const words = Array.from({ length: 4 + choose(14) }, () => pick(WORDS))
    const text = `Sentence ${sentences.length} tells ${words.join(' ')}.`
    sentences.push(text)
    return text
  }
  const wrap = (text: string): string => text.replace(/(.{50,65}) /g, '$1\n')
  const md = format === 'md'
  const kinds: (() => string)[] = [
    () => Array.from({ length: 1 + choose(4) }, sentence).join(' '),
    () => wrap(Array.from({ length: 3 + choose(3) }, sentence).join(' ')),
    () => Array.from({ length: 2 + choose(3) }, () => `${pick(DATES)} ${sentence()}`).join('\n'),
    () => Array.from({ length: 2 + choose(3) }, () => `- ${sentence()}`).join('\n'),
    () => `${md ? '#'.repeat(1 + choose(3)) : ''} ${pick(HEADINGS)}`.trim(),
    () => 'Home | News | Help',
    () => `"${sentence()}"\n\nPresident Holm\nThe Old Inn\n${pick(DATES)}`,
    () => (md ? `> ${sentence()}\n> ${sentence()}` : '* * *'),
    () =>
      md
        ? `| When | What |\n|---|---|\n| ${pick(DATES)} | ${sentence()} |\n| never | ${sentence()} |`
        : `${pick(DATES)} | ${sentence()}`,
    () => (md ? `<!-- ${sentence()} -->` : `${pick(DATES)}\n${sentence()}`),
  ]
  const text = Array.from({ length: 12 }, () => pick(kinds)()).join('\n\n')
  return { text, sentences }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe.each(['txt', 'md'] as const)(`generated %s documents (seed ${SEED})`, (format) => {
  const documents = Array.from({ length: 300 }, (_, n) => document(SEED + n, format))

  it('have every sentence in exactly one entry or among what was left out', async () => {
    for (const { text, sentences } of documents) {
      const { entries, leftOut } = await parse(text, format)
      const places = [
        ...entries.map(({ entry }) => entry.text),
        ...leftOut.map((left) => left.text),
      ]
      for (const sentence of sentences) {
        const count = places.reduce((sum, place) => sum + flat(place).split(sentence).length - 1, 0)
        expect(count, `${sentence}\n\n${text}`).toBe(1)
      }
    }
  })

  it('keep each entry’s id when something is put in front', async () => {
    for (const { text } of documents.slice(0, 50)) {
      const ids = new Set((await parse(text, format)).entries.map(({ entry }) => entry.id))
      const before = 'A sentence that nobody had thought of before stands in front of all others.'
      const { entries } = await parse(`${before}\n\n${text}`, format)
      const kept = entries.filter(({ entry }) => ids.has(entry.id)).length
      // The line that was the title may have become something else.
      expect(kept).toBeGreaterThanOrEqual(ids.size - 1)
    }
  })
})

it('carries the date of a heading, and the words beside the text', async () => {
  const { entries, document } = await parse('# Log\n\n## 1999\n\n- March 24: It *begins*.', 'md')
  expect(document).toEqual({ id: 'doc', title: 'Log', source: 'doc.txt' })
  expect(entries).toMatchObject([
    {
      margin: 'March 24',
      entry: {
        kind: 'timeline',
        text: 'It begins.',
        section: '1999',
        date: { edtf: '1999-03-24', inferred: true, offset: null },
      },
    },
  ])
})

it('gives nothing, and no error, for nothing', async () => {
  for (const text of ['', '\n\n', '\ufeff', '---', '# ', '<!--', '> ', '|', '```']) {
    for (const format of ['txt', 'md'] as const)
      expect((await parse(text, format)).entries).toEqual([])
  }
})

it('reads any characters without an error', async () => {
  const choose = chooser(SEED)
  const signs = [...'#->*_`|[]()!<&;:"“”\\\n\n\n \t0123456789.,—–June1999aA\u0000\ud800']
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: 200 }, () => signs[choose(signs.length)]).join('')
    for (const format of ['txt', 'md'] as const) {
      const { entries } = await parse(text, format)
      for (const { entry } of entries) expect(entry.text).toBe(flat(entry.text).trim())
    }
  }
})
