import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { Labels } from './labels.ts'

const label = (text: string, line = 1): Block => ({
  kind: 'heading',
  text,
  line,
  level: 1,
  marked: false,
})
const text = (words: string): Block => ({ kind: 'paragraph', text: words, line: 1, lines: [words] })

const resolve = (blocks: Block[]): { kept: string[]; left: string[] } => {
  const isDate = (block: { text: string }): boolean => /^\d{4}$/.test(block.text)
  const isDay = (block: { text: string }): boolean => /^\d+ June$/.test(block.text)
  const either = (block: { text: string }): boolean => isDate(block) || isDay(block)
  const { items: kept, leftOut } = new Labels(either, isDay).part(blocks, true)
  return {
    kept: kept.map((block) => `${block.kind}: ${block.text}`),
    left: leftOut.map((left) => `${left.reason}: ${left.text}`),
  }
}

describe('Labels', () => {
  it('takes one label above text for a heading', () => {
    expect(resolve([text('A.'), label('The Wall'), text('B.')])).toEqual({
      kept: ['paragraph: A.', 'heading: The Wall', 'paragraph: B.'],
      left: [],
    })
  })

  it('takes labels alike, with no text between them, for links', () => {
    expect(resolve([text('A.'), label('The Wall'), label('The Sea'), text('B.')])).toEqual({
      kept: ['paragraph: A.', 'paragraph: B.'],
      left: ['link label: The Wall', 'link label: The Sea'],
    })
  })

  it('takes labels of different styles, and dates, for nested headings', () => {
    const nested = [label('PART ONE'), label('1. The Wall'), label('1985')]
    expect(resolve([text('A.'), ...nested, text('B.')]).kept).toHaveLength(5)
  })

  it('takes the words under a picture for text, and sees the heading behind them', () => {
    expect(
      resolve([text('A.'), label('Map of the Wall'), label('The Sea'), text('B.')]).kept,
    ).toEqual(['paragraph: A.', 'paragraph: Map of the Wall', 'heading: The Sea', 'paragraph: B.'])
  })

  it('takes labels at the end for a menu, but one that is no known link for text', () => {
    expect(resolve([text('A.'), label('Tides'), label('Press Room')]).left).toHaveLength(2)
    expect(resolve([text('A.'), label('Help')]).left).toEqual(['navigation: Help'])
    expect(resolve([text('A.'), label('The End')]).kept).toEqual([
      'paragraph: A.',
      'paragraph: The End',
    ])
  })

  it('leaves out what is a link on every site wherever it stands', () => {
    expect(resolve([text('A.'), label('Site Map'), text('B.')]).left).toEqual([
      'navigation: Site Map',
    ])
    expect(resolve([text('A.'), label('Help'), text('B.')]).kept).toContain('heading: Help')
  })

  it('takes short lines between days for what happened on them', () => {
    const day = (words: string): Block => label(words)
    expect(
      resolve([day('10 June'), label('Talks Begin'), day('11 June'), label('They End')]),
    ).toEqual({
      kept: [
        'heading: 10 June',
        'paragraph: Talks Begin',
        'heading: 11 June',
        'paragraph: They End',
      ],
      left: [],
    })
  })
})
