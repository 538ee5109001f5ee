import { expect, test } from 'vitest'
import { hasDateWordsOnly } from './date-words.ts'

test.each([
  '10 June 1999',
  'Thursday, the 10th of June in the year 1999 at 2:30 p.m. local time',
  'from the early 1990s up to the present day',
  'possibly as early as the second half of c. 1389',
  '2nd c. A.D. and thereafter',
  '(199X/..)',
  '',
])('%j has the words of dates only', (text) => {
  expect(hasDateWordsOnly(text)).toBe(true)
})

test.each(['10 June 1999: the ferry', 'The ferry of 1999', 'On the other hand'])(
  '%j has others',
  (text) => {
    expect(hasDateWordsOnly(text)).toBe(false)
  },
)
