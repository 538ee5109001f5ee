import { describe, expect, it } from 'vitest'
import { clampName, facetKey, facetLabel, facetValue, MAX_NAME_BYTES } from './facet-key.ts'
import { fold } from './fold.ts'

const VALUES = [
  'NATO',
  'Nato',
  'nato',
  'Ärzte',
  'Arzte',
  'timeline',
  '1999-06',
  'İstanbul',
  'İSTANBUL',
  'x y',
]

describe('facet keys', () => {
  it('come back as the value', () => {
    for (const value of VALUES) expect(facetValue(facetKey(value))).toBe(value)
  })

  it('stay apart when case is folded, as the engine does', () => {
    const keys = VALUES.map((value) => facetKey(value).toLowerCase())
    expect(new Set(keys).size).toBe(VALUES.length)
  })

  it('bring a label along without changing the value', () => {
    const key = facetKey('whitehouse-kosovo', 'The White House')
    expect([facetValue(key), facetLabel(key)]).toEqual(['whitehouse-kosovo', 'The White House'])
    expect(facetLabel(facetKey('NATO'))).toBeNull()
  })

  it('of long names fit the engine', () => {
    const name = 'č'.repeat(500)
    expect(Buffer.byteLength(clampName(name))).toBeLessThanOrEqual(MAX_NAME_BYTES)
    expect(clampName('short')).toBe('short')
  })
})

describe('fold', () => {
  it.each([
    ['Slobodan Milošević', 'slobodan milosevic'],
    ['Thaçi', 'thaci'],
    ['Hækkerup', 'haekkerup'],
    ['Đinđić', 'dindic'],
    ['King’s  “Road”', 'king\'s "road"'],
  ])('%s', (name, folded) => {
    expect(fold(name)).toBe(folded)
  })
})
