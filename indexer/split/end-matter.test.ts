import { expect, it } from 'vitest'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

const DAYS = ['8 July 1947', '9 July 1947', '12 July 1947', '13 July 1947', '20 July 1947']

type Shape = (day: string, texts: string[]) => string

const HEADING: Shape = (day, texts) => [`## ${day}`, ...texts].join('\n\n')
const LINE: Shape = (day, texts) => `${day}\n${texts.join('\n\n')}`

async function dates(shape: Shape, days: string[], ends: string[]): Promise<(string | null)[]> {
  const last = days.at(-1) ?? ''
  const text = `# Log\n\n${days
    .map((day) => shape(day, day === last ? ['The port opens.', ...ends] : ['The ice breaks.']))
    .join('\n\n')}\n`
  const source = { id: 'a', source: 'a.md', format: 'md', text } as const
  const { entries } = await wholeOf(await parseDocument(source, authorityOf([])))
  return entries.slice(days.length - 1).map(({ entry }) => entry.date?.edtf ?? null)
}

it.each([
  ['headings', HEADING],
  ['lines of their own', LINE],
] as const)('under days as %s, what ends the document is not of the last day', async (_, shape) => {
  const ends = ['Sources: the archive.', 'It is open on Mondays.']
  expect(await dates(shape, DAYS.slice(0, 2), ends)).toEqual(['1947-07-09', null, null])
  const more = ['The gates stay shut.', 'The harbour office kept this.']
  // Two days show no habit, four do: no other has more than one paragraph.
  expect(await dates(shape, DAYS.slice(0, 2), more)).toEqual(Array(3).fill('1947-07-09'))
  expect(await dates(shape, DAYS, more)).toEqual(['1947-07-20', null, null])
})

it('keeps notes where other days have theirs', async () => {
  const text = `# Log\n\n${DAYS.map((day) => HEADING(day, ['The ice breaks.', 'Note: by hearsay.'])).join('\n\n')}\n`
  const source = { id: 'a', source: 'a.md', format: 'md', text } as const
  const { entries } = await wholeOf(await parseDocument(source, authorityOf([])))
  const found = entries.map(({ entry }) => entry.date?.edtf ?? null)
  expect(found).not.toContain(null)
})
