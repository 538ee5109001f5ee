import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '#engine/environment'
import { authorityOf } from './actors/authority.ts'
import { documentSlug } from './ids.ts'
import { parseDocument } from './parse.ts'
import { type Source, wholeOf } from './parsed.ts'
import { FORMATS, rendered, type TestBlock, type TestRow } from './test-renderings.ts'

/** Every sentence of a source stands in exactly one entry, or in what was left out. */

const NOBODY = authorityOf([])

/** All that a document yields: its entries with what stands beside them, its sections, the rest. */
async function yieldOf(source: Source): Promise<string[]> {
  const { entries, leftOut } = await wholeOf(await parseDocument(source, NOBODY))
  const sections = new Set(entries.map(({ entry }) => entry.section ?? ''))
  return [
    ...entries.map(({ entry, margin }) => `${margin} ${entry.text}`),
    ...leftOut.map(({ text }) => text),
    ...sections,
  ]
}

const DOCUMENTS = 30
/** A thread is started for each. */
const PDF_DOCUMENTS = 8
const seed = Number(process.env.SEED ?? Date.now() % 100_000)

function documentOf(number: number): { blocks: TestBlock[]; words: string[] } {
  let state = (seed + number) * 2654435761 + 1
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
  const words: string[] = []
  const word = (): string => {
    words.push(`word${words.length}x`)
    return words.at(-1) ?? ''
  }
  const sentence = (): string =>
    `${pick(['The harbour', 'A boat of 1500 tons', 'In 1931 Ida Thorne', 'On 3 May the board', 'No. 1812'])} ${word()} ${pick(['was mended', 'was told of Resolution 1244', 'fell for a second', 'came back by June 1932'])}${pick(['.', '.', '!', '?'])}`
  const sentences = (most: number): string =>
    Array.from({ length: 1 + random(most) }, sentence).join(' ')
  const date = (): string =>
    pick([
      () => `${1 + random(28)} May ${1900 + random(50)}`,
      () => `June ${1 + random(28)}, ${1900 + random(50)}`,
      () => `${1 + random(9)}–${10 + random(18)} March ${1900 + random(50)}`,
      () => `mid-July ${1900 + random(50)}`,
      () => `30 February ${1900 + random(50)}`,
      () => String(1900 + random(50)),
      () => '',
    ])()
  const rows = (): TestRow[] =>
    Array.from({ length: 1 + random(5) }, () => ({ date: date(), text: sentences(2) }))
  const block = (): TestBlock =>
    pick<() => TestBlock>([
      () => ({ kind: 'heading', level: pick([1, 2] as const), text: `Part ${word()}` }),
      () => ({ kind: 'heading', level: 2, text: date() || `Days of ${word()}` }),
      () => ({ kind: 'paragraph', text: sentences(4) }),
      () => ({ kind: 'paragraph', text: `${date() || '1 May 1931'}: ${sentences(3)}` }),
      () => ({ kind: 'quotation', text: sentence(), by: `President ${word()}, 3 March 1931` }),
      () => ({ kind: 'list', rows: rows() }),
      () => ({ kind: 'table', rows: rows() }),
    ])()
  const blocks = Array.from({ length: 2 + random(9) }, block)
  return { blocks: [...blocks, { kind: 'paragraph', text: sentences(2) }], words }
}

describe.each(FORMATS)('generated documents in %s', (format) => {
  it(`keep every sentence once (SEED=${seed})`, async () => {
    const most = format === 'pdf' ? PDF_DOCUMENTS : DOCUMENTS
    for (let number = 0; number < most; number++) {
      const { blocks, words } = documentOf(number)
      const found = await yieldOf(rendered(blocks, format))
      const counts = new Map<string, number>()
      for (const text of found)
        for (const word of new Set(text.match(/word\d+x/g)))
          counts.set(word, (counts.get(word) ?? 0) + 1)
      for (const word of words) {
        // A heading without anything below it is no column of a table.
        const times = counts.get(word) ?? 0
        const isHeading = blocks.some((one) => one.kind === 'heading' && one.text.includes(word))
        if (times === 1 || (isHeading && isTable(format) && times === 0)) continue
        expect.fail(
          `SEED=${seed}, document ${number}: ${word} stands ${times} times\n${JSON.stringify(blocks, null, 1)}\n${JSON.stringify(found, null, 1)}`,
        )
      }
    }
  }, 90_000)
})

const isTable = (format: string): boolean => /csv|tsv|json/.test(format)

/** Real documents that are no part of the repository. */
const CORPUS = process.env.CORPUS ?? join(PROJECT, '../shared/corpus')

/** Sentences, and of a wrapped one each line: a line's end may also be that of a heading. */
const PARTS_END = /(?<=[.!?]["”’)]?)\s+|\n/
/** Letters and digits only, so that wrapping, hyphenation and what stands between do not matter. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const SHORTEST = 20

it.skipIf(!existsSync(CORPUS))(
  'real documents keep every sentence once',
  async () => {
    const names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()
    const wrong: string[] = []
    let sentences = 0
    for (const name of names) {
      const text = readFileSync(join(CORPUS, name), 'utf8').replace(/^\ufeff/, '')
      const found = await yieldOf({ id: documentSlug(name), source: name, format: 'txt', text })
      const source = letters(text)
      const outputs = found.map(letters)
      const keys = new Set(
        text
          .split(PARTS_END)
          .map(letters)
          .filter(({ length }) => length >= SHORTEST),
      )
      sentences += keys.size
      for (const key of keys) {
        const [written, kept] = [[source], outputs].map((texts) =>
          texts.reduce((count, one) => count + one.split(key).length - 1, 0),
        )
        if (written !== kept) wrong.push(`${name}: ${kept} for ${written} of ${key.slice(0, 60)}`)
      }
    }
    console.info(
      `${names.length} real documents, ${sentences} sentences or lines of them, ${wrong.length} not once`,
    )
    expect(wrong).toEqual([])
  },
  120_000,
)
