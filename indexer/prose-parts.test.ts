import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldAuthority } from './gold/expectation.ts'
import { parseDocument } from './parse.ts'
import { type Pieces, type WholeDocument, wholeOf } from './parsed.ts'

/** A text gives the same entries and the same report, however large the parts in which it is read. */

const seed = Number(process.env.SEED ?? Date.now() % 100_000)
const authority = goldAuthority()
type Format = 'txt' | 'md'

const inPieces = (text: string, size: number): Pieces =>
  async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }

const place = (format: Format) => ({ id: 'd', source: `some-text.${format}`, format })

const whole = async (text: string, format: Format): Promise<WholeDocument> =>
  wholeOf(await parseDocument({ ...place(format), text }, authority))

const parted = async (text: string, format: Format, size: number): Promise<WholeDocument> =>
  wholeOf(await parseDocument({ ...place(format), pieces: inPieces(text, size) }, authority))

async function expectSame(text: string, format: Format, sizes: number[]): Promise<void> {
  const expected = await whole(text, format)
  for (const size of sizes) {
    expect(await parted(text, format, size), `in ${size}:\n${text.slice(0, 3000)}`).toEqual(
      expected,
    )
  }
}

function chooser(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const DATES =
  '10 June 1999|June 10, 1999|June 1999|1999-06-10|10.06.1999|12/6/99|3/4/1999|June 12|1999|Monday, 12 June 1999|31 February 1999|12'.split(
    '|',
  )
const LABELS =
  'The Old Wall|WHERE WE STAND|1999|June 1999|Site Map|A Long Winter|Home|Map of the Wall|1. Walls|10 June 1999|1999: A Long Summer|11 June 1999'.split(
    '|',
  )
const WORDS = 'ferry harbour wall stone barge council winter storm town league treaty'.split(' ')

/** Lines of every kind, with what holds lines together more often than in any real text. */
function document(number: number, format: Format): string {
  const choose = chooser(seed * 1000 + number)
  const pick = <T>(from: readonly T[]): T => from[choose(from.length)] as T
  const sentence = (): string => {
    const words = Array.from({ length: 3 + choose(16) }, () => pick(WORDS))
    return `${pick(['The', 'Ida Thorne of the', 'the', 'On 3 May the'])} ${words.join(' ')}${pick(['.', '.', ',', ''])}`
  }
  const many = () => Array.from({ length: 1 + choose(5) }, sentence).join(' ')
  const wrap = (text: string): string => text.replace(/(.{50,62}) /g, '$1\n')
  const lines = (count: number, line: () => string) =>
    Array.from({ length: 1 + choose(count) }, line).join(pick(['\n', '\n', '\n\n', '\r\n', '\r']))
  const both: (() => string)[] = [
    many,
    () => wrap(many()),
    () => lines(5, () => `${pick(DATES)}${pick([': ', ' ', ' – ', '. '])}${sentence()}`),
    () => lines(4, () => `${pick(DATES)}\n${wrap(many())}`),
    () => lines(4, () => pick(LABELS)),
    () =>
      lines(
        6,
        () =>
          `${pick(['-', '*', '–', '3.', '  -'])} ${pick(['', `${pick(DATES)}: `])}${sentence()}`,
      ),
    () => `${lines(3, () => `“${sentence()}”`)}\n\nPresident Holm\nThe Old Inn\n${pick(DATES)}`,
    () => `"${sentence()}\n\n"${sentence()}"\n\n— Ida Thorne, ${pick(DATES)}`,
    () => lines(4, () => `${pick(DATES)} | ${sentence()} | ${pick(['', pick(DATES)])}`),
    () =>
      lines(2, () =>
        pick(['* * *', '---', 'Home | News | Help', '=====', 'T H E  W A L L', '\f', '\u2028']),
      ),
    () => `${pick(LABELS)}\n${pick(['====', '----'])}\n${sentence()}`,
    () => `Same day: ${sentence()}`,
  ]
  const marked: (() => string)[] = [
    () => `${'#'.repeat(1 + choose(3))} ${pick(LABELS)}`,
    () => lines(3, () => `> ${sentence()}`) + pick(['', `\n${sentence()}`, '\n> - a list']),
    () =>
      `${pick(['```', '~~~'])}\n${lines(4, () => pick([sentence(), '', `${pick(DATES)}: x y`]))}\n${pick(['```', '~~~', ''])}`,
    () =>
      `| When | What |\n|---|---|\n${lines(4, () => `| ${pick(['', pick(DATES)])} | ${sentence()} |`)}`,
    () => `${sentence()} <!-- ${many()}${pick(['-->', '', ' --> <!--'])}`,
    () => `[wall]: http://a.b/c\n\nThe [wall] and [the sea][Wall]${pick(['', '\n[^1]: A note.'])}`,
    () =>
      lines(
        4,
        () =>
          `${pick(['', '  ', '    '])}${pick(['-', '1.', '2.', '12.'])} ${pick([...DATES, ''])} ${sentence()}\n${pick(['', '  more', '\n  below'])}`,
      ),
    () => `---\ntitle: A title\nx: 1\n---\n${sentence()}`,
    () => `<div>\n${sentence()}\n</div>`,
  ]
  const kinds = format === 'md' ? [...both, ...marked, ...marked] : both
  const few = Array.from({ length: 1 + choose(6) }, () => pick(kinds))
  return Array.from({ length: 2 + choose(14) }, () =>
    (choose(3) === 0 ? pick(kinds) : pick(few))(),
  ).join(pick(['\n\n', '\n\n', '\n', '\n\n\n', '\r\n\r\n']))
}

describe.each(['txt', 'md'] as const)('.%s', (format) => {
  it(`generated (seed ${seed})`, async () => {
    for (let number = 0; number < 250; number++) {
      await expectSame(document(number, format), format, [1, 3 + (number % 60)])
    }
  }, 120_000)

  it('of any signs', async () => {
    const choose = chooser(seed)
    const signs = [...'#->*_`|[]()!<&;:"“”\\\n\n\n\r \t0123456789.,—–\fJune1999aA\u2028\ud800']
    for (let round = 0; round < 150; round++) {
      const text = Array.from({ length: 200 }, () => signs[choose(signs.length)]).join('')
      await expectSame(text, format, [1, 17])
    }
  }, 120_000)

  it('golden, and of the corpus where that lies at hand', async () => {
    const folders = ['gold', '../data', '../../shared/corpus', '../../shared/corpus/sotu']
    for (const folder of folders) {
      const path = join(import.meta.dirname, folder)
      const names = existsSync(path) ? readdirSync(path) : []
      for (const name of names.filter((name) => name.endsWith(`.${format}`)).slice(0, 25)) {
        const text = readFileSync(join(path, name), 'utf8')
        await expectSame(text, format, text.length < 8_000 ? [1, 40, 3000] : [40, 3000])
      }
    }
  }, 120_000)
})
