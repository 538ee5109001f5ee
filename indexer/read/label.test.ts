import { describe, expect, it } from 'vitest'
import { isAllCapitals, isCaption, isLabel, isTitleLine, styleOf } from './label.ts'

describe('isLabel', () => {
  it.each([
    'Reopening the Harbour',
    'EARLY HISTORY',
    'Early history of the harbour',
    'II. The Council at Work',
    'Relations with the U.S.',
    'Self-government in Practice',
    '“Battle of the Docks”',
    'Neutrality Act of 1937',
  ])('%s', (line) => {
    expect(isLabel(line)).toBe(true)
  })

  it.each([
    'The harbour reopened.',
    'Ladies and gentlemen:',
    'Why did the harbour close?',
    'as in earlier years',
    'Workers gathered at the dock to hear what the council had said',
    '[Applause]',
    '1947 $35,860',
    'Thank you. Please be seated',
    'A Very Long Line in Title Case '.repeat(4),
  ])('not: %s', (line) => {
    expect(isLabel(line)).toBe(false)
  })
})

it('lets a title be longer, and in sentence case', () => {
  const title =
    'Taxation of the colonies, trade between the islands, and the road to the revolt, 1763–1775'
  expect(isLabel(title)).toBe(false)
  expect(isTitleLine(title)).toBe(true)
  expect(isTitleLine('Mr. Speaker, members of the council:')).toBe(false)
})

describe('isCaption', () => {
  it.each([
    'Map of the Western Docks',
    'Photograph from the Siege',
    'Harbour Master Opens the Lock. (City Archives)',
    'The Old Lock (Ann Painter, 1842)',
    'Secretary of State Ann B. Harbour',
    'Prime Minister Jan de Vries',
  ])('%s', (label) => {
    expect(isCaption(label)).toBe(true)
  })
  it.each([
    'Treaty of the Straits (1819)',
    'GENERAL POLICIES FOR TRADE',
    'Mapping the Coast',
    'The General Assembly',
    'Ann Harbour',
  ])('not: %s', (label) => {
    expect(isCaption(label)).toBe(false)
  })
})

it('tells the styles of nested headings apart', () => {
  const styles = [
    'II. THE PROGRAM',
    'AFFAIRS ABROAD',
    '1. POLICY',
    'Policy',
    '2. Trade',
    'II. Trade',
  ]
  expect(new Set(styles.map(styleOf)).size).toBe(styles.length)
  expect(styleOf('1. Trade')).toBe(styleOf('12. Another One'))
  expect(isAllCapitals('THE 1990S')).toBe(true)
  expect(isAllCapitals('1999')).toBe(false)
})
