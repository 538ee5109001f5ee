import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Anchor } from '../../dates/context.ts'
import { mentionsIn } from '../../dates/mentions.ts'

/** Dates in prose beside what a reader marked: how many are right, and how many are found. */

type Marked = { text: string; anchor: Anchor | null; dates: [edtf: string, at: number][] }

function markedSentences(): Marked[] {
  const lines = readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8').split('\n')
  const sentences: Marked[] = []
  let anchor: Anchor | null = null
  for (const line of lines) {
    if (line.startsWith('@')) {
      const [year, month] = line.slice(1).trim().split('-').map(Number)
      anchor = year ? { year, month: month ?? null } : null
    } else if (line !== '' && !line.startsWith('#')) {
      sentences.push({ anchor, ...unmarked(line) })
    }
  }
  return sentences
}

/** The sentence without its marks, and where the words of each date end in it. */
function unmarked(line: string): Pick<Marked, 'text' | 'dates'> {
  const dates: Marked['dates'] = []
  let text = ''
  for (const [, before = '', words = '', edtf] of line.matchAll(
    /([^[]*)(?:\[([^|]*)\|([^\]]*)\])?/g,
  )) {
    text += before + words
    if (edtf !== undefined) dates.push([edtf, text.length])
  }
  return { text, dates }
}

const LEAST = 0.97

it('finds the dates of marked sentences, and nothing else', () => {
  let right = 0
  let found = 0
  let written = 0
  const wrong: string[] = []
  for (const { text, anchor, dates } of markedSentences()) {
    const context = { anchor, numericOrder: null, century: null }
    const mentions = mentionsIn(text, context).map(({ edtf, offset }) => `${edtf} ${offset?.[1]}`)
    const expected = dates.map(([edtf, end]) => `${edtf} ${end}`)
    const same = mentions.filter((mention) => expected.includes(mention))
    right += same.length
    found += mentions.length
    written += expected.length
    for (const mention of mentions) if (!same.includes(mention)) wrong.push(`+ ${mention}: ${text}`)
    for (const date of expected) if (!same.includes(date)) wrong.push(`- ${date}: ${text}`)
  }
  const [precision, recall] = [right / found, right / written]
  console.info(
    `marked sentences: ${written} dates, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST)
  expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST)
})
