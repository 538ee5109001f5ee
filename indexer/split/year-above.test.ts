import { expect, it } from 'vitest'
import { entriesIn } from './test-entries.ts'

const datesOf = async (...lines: string[]) =>
  (await entriesIn([lines.join('\n\n')], 'md')).map(({ kind, date }) =>
    kind === 'timeline' ? (date?.edtf ?? null) : null,
  )

it('goes on from day to day, and begins again with the next year that is written', async () => {
  expect(
    await datesOf(
      '17 April 1642: The miller came.',
      '25 Apr.: A mine was sprung.',
      '21–24 June: The town was summoned.',
      '9 March 1643: The garrison ate.',
      '29 March: It rained.',
    ),
  ).toEqual(['1642-04-17', '1642-04-25', '1642-06-21/1642-06-24', '1643-03-09', '1643-03-29'])
})

it('ends where the days go back: nobody knows in which year they do', async () => {
  const dates = await datesOf(
    '9 November 1642: The garrison ate.',
    '3 March: It rained.',
    '2 December: It snowed.',
  )
  expect(dates).toEqual(['1642-11-09', null, '1642-12-02'])
})

it('ends with the section', async () => {
  const dates = await datesOf('# One', '9 May 1642: It rained.', '# Two', '2 June: It snowed.')
  expect(dates).not.toContain('1642-06-02')
})

it('is not that of a vague date, and no year for prose', async () => {
  expect(await datesOf('c. 1642: The miller came.', '25 April: A mine was sprung.')).toEqual([
    expect.anything(),
    null,
  ])
  expect(await datesOf('17 April 1642: The miller came.', 'On 25 April a mine came.')).toEqual([
    '1642-04-17',
    null,
  ])
})
