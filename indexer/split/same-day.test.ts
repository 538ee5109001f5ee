import { expect, it } from 'vitest'
import { isDitto, sameDayLead } from './same-day.ts'

it.each([
  ['Same day: talks end.', 'talks end.'],
  ['- **Same day** – talks end.', 'talks end.'],
  ['The same day: talks end.', 'talks end.'],
  ['Same date. Talks end.', 'Talks end.'],
  ['Same day, talks end.', 'talks end.'],
])('%s stands for the date above', (line, text) => {
  expect(sameDayLead(line)?.text).toBe(text)
})

it.each(['The same day, talks end.', 'On the same day talks end.', 'Same day service is sold.'])(
  '%s is a sentence',
  (line) => {
    expect(sameDayLead(line)).toBeNull()
  },
)

it('knows cells that repeat the one above', () => {
  expect(['', '"', '″', 'ditto', 'Same day'].every(isDitto)).toBe(true)
  expect(['?', 'unknown', '10', '—'].some(isDitto)).toBe(false)
})
