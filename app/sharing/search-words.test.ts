import { expect, test } from 'vitest'
import { EMPTY_STATE } from '../../search/state.ts'
import { rangeInWords, searchInWords } from './search-words.ts'

test('a range says its bounds as wide as they are', () => {
  expect(rangeInWords({ from: null, to: null })).toBeNull()
  expect(rangeInWords({ from: '1999', to: '1999' })).toBe('1999')
  expect(rangeInWords({ from: '1999-03', to: '1999-06-10' })).toBe('March 1999 to 10 June 1999')
  expect(rangeInWords({ from: '0987', to: null })).toBe('from 987')
  expect(rangeInWords({ from: null, to: '1999-06' })).toBe('until June 1999')
})

test('a search says everything that narrows it', () => {
  const state = { ...EMPTY_STATE, q: '"air campaign"', actor: ['NATO', 'UN'], notActor: ['KFOR'] }
  expect(searchInWords({ ...state, from: '1999', to: '1999' }, 1)).toBe(
    '1 entry with “air campaign”, naming NATO or UN, without KFOR, 1999.',
  )
  expect(searchInWords({ ...state, actorMatch: 'all' }, 1200)).toContain('1,200 entries')
  expect(searchInWords({ ...state, actorMatch: 'all' }, 2)).toContain('naming NATO and UN')
})
