import { describe, expect, it } from 'vitest'
import { EMPTY_AUTHORITY } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

async function findings(text: string): Promise<{ found: string[]; dates: string[] }> {
  const parsed = await parseDocument(
    { id: 'a', source: 'a.md', format: 'md', text },
    EMPTY_AUTHORITY,
  )
  const whole = await wholeOf(parsed)
  return {
    found: whole.findings.map(({ message, text: words }) => `${words}: ${message}`),
    dates: whole.entries.map(({ entry }) => entry.date?.edtf ?? '-'),
  }
}

const list = (...dates: string[]): string => dates.map((date) => `- ${date}: Talks.`).join('\n')

describe('findContradictions', () => {
  it('reports a weekday that does not fit, in leads and in prose', async () => {
    const { found, dates } = await findings(
      `${list('Monday, 10 June 1999', 'Thu, 10 June 1999', '10 June 1999 (Fri)')}\n\nThey met on Sunday, June 13, 1999, and on Friday, June 13, 1999.`,
    )
    expect(found.map((line) => line.split(' was a ')[0])).toEqual([
      'Monday, 10 June 1999: The day',
      '10 June 1999 (Fri): The day',
      'Friday, June 13, 1999: The day',
    ])
    expect(dates.slice(0, 3)).toEqual(['1999-06-10', '1999-06-10', '1999-06-10'])
  })

  it('leaves weekdays of the old calendar alone', async () => {
    expect((await findings(list('Monday, 10 June 1699'))).found).toEqual([])
  })

  it('reports a day below a month or a year in which it does not lie', async () => {
    const { found, dates } = await findings(
      `# Log\n\n## June 1999\n\n${list('10 June 1999', '3 July 1999', 'May 3')}\n\n## 2000\n\n${list('4 May 1999', '4 May 2000')}`,
    )
    expect(found.map((line) => line.split(':')[0])).toEqual(['3 July 1999', 'May 3', '4 May 1999'])
    expect(dates).toEqual(['1999-06-10', '1999-07-03', '1999-05-03', '1999-05-04', '2000-05-04'])
  })

  it('reports the one date that breaks an order, forwards and backwards', async () => {
    const days = [
      '1 May 1999',
      '2 May 1999',
      '3 May 1989',
      '4 May 1999',
      '4 May 1999',
      '6 May 1999',
    ]
    for (const order of [days, [...days].reverse()]) {
      const { found, dates } = await findings(list(...order))
      expect(found).toEqual([
        '3 May 1989: The date breaks the order of the dates before and after it',
      ])
      expect(dates).toContain('1989-05-03')
    }
    expect(
      (await findings(list('1998', '1999', '2000', '9201', '2002', '2003'))).found,
    ).toHaveLength(1)
  })

  it('expects no order where there is none, and lets a year stand among its days', async () => {
    const mixed = [
      '1 May 1999',
      '2 May 1989',
      '3 May 1979',
      '4 May 1999',
      '5 May 1969',
      '6 May 1999',
    ]
    expect((await findings(list(...mixed))).found).toEqual([])
    const year = ['1 May 1999', '2 May 1999', '3 May 1999', '1999', '5 May 1999', '6 May 1999']
    expect((await findings(list(...year))).found).toEqual([])
  })
})
