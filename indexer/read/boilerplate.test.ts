import { describe, expect, it } from 'vitest'
import { isAlwaysLink, isMasthead, isNavigationRow, isRule } from './boilerplate.ts'

describe('isNavigationRow', () => {
  it.each([
    'Mayor and Council | The Press Room',
    'About Us | News | Contact | Help |',
    'Bridges · Ferries · Tolls',
    '[Home] [Up] [Next]',
    'Home     News     Search',
    'Ships of the U.S. | Docks',
  ])('%s', (line) => {
    expect(isNavigationRow(line)).toBe(true)
  })

  it.each([
    'The council met | It voted to close the harbour.',
    'A sentence – with dashes – is no row.',
    '1998     12     400',
    '[1] See the annex. [2] As above.',
    'Nothing here',
  ])('not: %s', (line) => {
    expect(isNavigationRow(line)).toBe(false)
  })
})

describe('isMasthead', () => {
  it.each(['T H E   G A Z E T T E', 'R A D I O', 'T H E  P O R T  &  T O W N'])('%s', (line) => {
    expect(isMasthead(line)).toBe(true)
  })
  it.each(['T H E', 'Plan B or C', 'A B C Daily', 'I saw a ship'])('not: %s', (line) => {
    expect(isMasthead(line)).toBe(false)
  })
})

it('knows rules from dashes in text', () => {
  expect(['---', '* * *', '=====', '_____', '- - -'].every(isRule)).toBe(true)
  expect(['--', '-- and so', '-*-', 'aaa', '10'].some(isRule)).toBe(false)
})

it('knows labels that are links everywhere, in any case and with arrows', () => {
  expect(['Site Map', 'PRIVACY STATEMENT', '« Back to top'].every(isAlwaysLink)).toBe(true)
  expect(['Help', 'A map of the site', 'Search'].some(isAlwaysLink)).toBe(false)
})
