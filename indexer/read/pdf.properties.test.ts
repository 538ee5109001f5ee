import { expect, it } from 'vitest'
import { EMPTY_AUTHORITY } from '../actors/authority.ts'
import { attributionReader } from '../split/attribution.ts'
import { surveyDates } from '../split/date-forms.ts'
import { split } from '../split/split.ts'
import { allOf, inOnePart, kept } from '../stages.ts'
import { openPages } from './pdf.ts'
import type { PdfPage, Piece } from './pdf-source.ts'

/** Every word of generated pages stands in exactly one piece, section or left-out line. */

const DOCUMENTS = 400
const seed = Number(process.env.SEED ?? Date.now() % 100_000)

function pagesOf(number: number): { pages: PdfPage[]; words: string[] } {
  let state = (seed + number) * 2654435761 + 1
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const words: string[] = []
  const word = (): string => {
    words.push(`word${words.length}x`)
    return words.at(-1) ?? ''
  }
  const sentence = (): string =>
    `The ${word()} of the harbour was ${['mended', 'sold', 'closed by the council'][random(3)]}${random(3) === 0 ? '' : '.'}`
  const date = (): string =>
    [
      `${1 + random(28)} May ${1900 + random(50)}`,
      `June ${1900 + random(50)}`,
      `${1900 + random(50)}`,
    ][random(3)] ?? ''
  let pieces: Piece[] = []
  let y = 60
  const put = (text: string, x: number, at: number, size = 10, bold = false): void => {
    pieces.push({ text, x, y: at, width: text.length * size * 0.45, size, turn: 0, bold })
  }
  const wrapped = (text: string, x: number, letters: number): number => {
    let line = ''
    const from = y
    for (const part of text.split(' ')) {
      if (line.length + part.length >= letters) {
        put(line, x, y)
        y += 12
        line = ''
      }
      line += line === '' ? part : ` ${part}`
    }
    put(line, x, y)
    return y - from
  }
  const many = (): string => Array.from({ length: 1 + random(4) }, sentence).join(' ')
  const blocks: (() => void)[] = [
    () => wrapped(many(), 60, 90),
    () => wrapped(`${date()}: ${many()}`, 60, 90),
    () => wrapped(`• ${sentence()}`, 70, 90),
    () => put(`Part ${word()}`, 60, y, 14, random(2) === 0),
    () => put(random(2) === 0 ? date() : `${word()} ${word()}`, 60, y, 10, true),
    () => {
      const from = y
      const height = wrapped(many(), 180, 60)
      put(random(4) === 0 ? word() : date(), 60, from + (height * random(3)) / 2)
    },
    () => {
      for (const x of [60, 200, 340]) put(random(3) === 0 ? date() : word(), x, y)
    },
    () => {
      const from = y
      wrapped(`${many()} ${many()} ${many()}`, 60, 50)
      const end = y
      y = from + random(3)
      wrapped(`${many()} ${many()} ${many()}`, 320, 50)
      y = Math.max(y, end)
    },
  ]
  const pages: PdfPage[] = []
  for (let page = 1; page <= 1 + random(4); page++) {
    pieces = []
    y = 60
    put('The Island Chronicle', 60, 30, 8)
    while (y < 700) {
      blocks[random(blocks.length)]?.()
      y += random(2) === 0 ? 12 : 24
    }
    put(String(page), 300, 790, 8)
    pages.push({ number: page, width: 600, height: 800, pieces, problem: '' })
  }
  return { pages, words }
}

it(`holds for generated pages (seed ${seed})`, async () => {
  for (let number = 0; number < DOCUMENTS; number++) {
    const { pages, words } = pagesOf(number)
    const text = openPages({ pages, title: '', outline: [] })
    const { dates, forms } = await surveyDates(inOnePart(text.lines))
    const { title, blocks, leftOut: notRead } = text.read(forms)
    const reading = { title, parts: inOnePart(blocks, notRead) }
    const readAttribution = attributionReader(dates, EMPTY_AUTHORITY)
    const parts = await split(reading, 'a.pdf', dates, { readAttribution, keep: kept })
    const { items: pieces, leftOut } = await allOf(parts.pieces)
    const texts = [
      ...pieces.map(({ text, attribution }) => `${text} ${attribution?.lines.join(' ') ?? ''}`),
      ...leftOut.map(({ text }) => text),
      ...new Set(pieces.map(({ section }) => section?.name ?? '')),
    ].map((text) => new Set(text.match(/word\d+x/g)))
    for (const word of words) {
      const found = texts.filter((text) => text.has(word)).length
      if (found !== 1)
        expect.fail(`document ${number} of seed ${seed}: ${word} stands ${found} times`)
    }
  }
})
