import { describe, expect, it } from 'vitest'
import { parseEdtf } from '#schema/edtf'
import type { PartialDate } from '#schema/entry'
import { type DateContext, type DateProblem, documentContext } from './context.ts'
import { leadingDate } from './leading.ts'
import { mentionsIn } from './mentions.ts'
import { wholeDate } from './whole.ts'

const SEED = Number(process.env.SEED ?? 19990610)
const none: DateContext = { anchor: null, numericOrder: null, century: null }

/** A small linear congruential generator: the same seed gives the same run on every machine. */
function generator(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  return { below, pick }
}

type Random = ReturnType<typeof generator>

const NAMES =
  'January February March April May June July August September October November December'.split(' ')
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const SEASONS: [name: string, code: number][] = [
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]
const two = (value: number): string => String(value).padStart(2, '0')

type Written = { words: string; edtf: string }

/** The suffix of an ordinal, by the rule and not by a table. */
function nth(day: number): string {
  const suffix = day > 10 && day < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

function day(random: Random): Written {
  const { below, pick } = random
  const year = 1000 + below(1100)
  const month = below(12)
  const date = 1 + below(LENGTHS[month] ?? 28)
  const name = pick([NAMES, SHORT])[month] ?? ''
  const dotted = name === NAMES[month] ? name : `${name}${pick(['', '.'])}`
  const cased = pick([dotted, dotted.toUpperCase()])
  const words = pick([
    `${date} ${cased} ${year}`,
    `${nth(date)} ${cased} ${year}`,
    `${nth(date)} of ${cased}, ${year}`,
    `${cased} ${date}, ${year}`,
    `${cased} ${date} ${year}`,
    `${cased} ${nth(date)}, ${year}`,
    `${two(date)}-${SHORT[month]}-${year}`,
    `${two(date)}.${two(month + 1)}.${year}`,
    `${date}.${month + 1}.${year}`,
    `${year}-${two(month + 1)}-${two(date)}`,
    `${year}/${two(month + 1)}/${two(date)}`,
    `${year}.${two(month + 1)}.${two(date)}`,
    `${pick(['Monday,', 'Tue', 'Wed.', 'Thursday'])} ${date} ${cased} ${year}`,
  ])
  return { words, edtf: `${year}-${two(month + 1)}-${two(date)}` }
}

function coarser(random: Random): Written {
  const { below, pick } = random
  const year = 1700 + below(399)
  const month = below(12)
  const [season, code] = pick(SEASONS)
  const edtf = `${year}-${two(month + 1)}`
  return pick<Written>([
    { words: `${NAMES[month]} ${year}`, edtf },
    { words: `${NAMES[month]}, ${year}`, edtf },
    { words: `${NAMES[month]} of ${year}`, edtf },
    { words: `${SHORT[month]} ${year}`, edtf },
    { words: edtf, edtf },
    { words: `mid-${NAMES[month]} ${year}`, edtf: `${edtf}~` },
    { words: `${pick(['early', 'late'])} ${NAMES[month]} ${year}`, edtf: `${edtf}~` },
    { words: `${season} of ${year}`, edtf: `${year}-${code}` },
    { words: `${season} ${year}`, edtf: `${year}-${code}` },
    { words: `winter of ${year}-${two((year + 1) % 100)}`, edtf: `${year}-24` },
    { words: `${String(year).slice(0, 2)}10s`, edtf: `${String(year).slice(0, 2)}1X` },
    { words: `c. ${year}`, edtf: `${year}~` },
    { words: `since ${NAMES[month]} ${year}`, edtf: `${edtf}/..` },
    { words: `before ${year}`, edtf: `../${year - 1}` },
    { words: `after ${year}`, edtf: `${year + 1}/..` },
  ])
}

function interval(random: Random): Written {
  const { below, pick } = random
  const year = 1700 + below(390)
  const month = below(11)
  const from = 1 + below(13)
  const to = from + 1 + below(14)
  const first = `${year}-${two(month + 1)}-${two(from)}`
  const last = `${year}-${two(month + 1)}-${two(to)}`
  const next = `${year}-${two(month + 2)}-${two(from)}`
  const later = year + 1 + below(9)
  const join = pick(['-', '–', '—', ' – ', ' to ', ' through '])
  const [name, after] = [NAMES[month], NAMES[month + 1]]
  return pick<Written>([
    { words: `${name} ${from}${join}${to}, ${year}`, edtf: `${first}/${last}` },
    { words: `${from}${join}${to} ${name} ${year}`, edtf: `${first}/${last}` },
    { words: `between ${from} and ${to} ${name} ${year}`, edtf: `${first}/${last}` },
    { words: `${name} ${to}${join}${after} ${from}, ${year}`, edtf: `${last}/${next}` },
    { words: `${to} ${name}${join}${from} ${after} ${year}`, edtf: `${last}/${next}` },
    { words: `from ${first} to ${last}`, edtf: `${first}/${last}` },
    { words: `${name}${join}${after} ${year}`, edtf: `${first.slice(0, 7)}/${next.slice(0, 7)}` },
    { words: `from ${year} to ${later}`, edtf: `${year}/${later}` },
    { words: `between ${year} and ${later}`, edtf: `${year}/${later}` },
    { words: `${year}–${later}`, edtf: `${year}/${later}` },
    { words: `December 30, ${year}${join}January 2`, edtf: `${year}-12-30/${year + 1}-01-02` },
  ])
}

const written = (random: Random): Written => random.pick([day, day, coarser, interval])(random)

/** Sentences without a date, some with numbers that are none. */
const PROSE = [
  'They may march on the capital for a second time.',
  'Some 1,999 troops and 47,000 refugees crossed the border.',
  'The council adopted resolution 1244 by 14 to 0.',
  'In fall or spring? Nobody knew.',
  'About 80 percent of it, or $2.5 million, was lost.',
  'The F-117 flew 10-12 missions from base No. 7.',
]

/** The words in front of a date inside a sentence. */
const introduce = (words: string, random: Random): string =>
  /^(?:since|before|after|between|from)/.test(words)
    ? ''
    : random.pick(['in ', 'until ', 'during ', 'by '])

describe(`dates written at random (seed ${SEED})`, () => {
  it('are read back at the head of a line', () => {
    const random = generator(SEED)
    for (let run = 0; run < 4000; run++) {
      const { words, edtf } = written(random)
      const separator = random.pick([': ', ' – ', ' — ', ' - ', '\t', ' | ', '. ', ' -- ', '** '])
      const opening = separator === '** ' ? '**' : random.pick(['', '- ', '* ', '• '])
      const text = random.pick(PROSE)
      const line = `${opening}${words}${separator}${text}`
      const leading = leadingDate(line, none)
      expect(leading?.date, line).toMatchObject({ edtf, text: words, inferred: false })
      expect(line.slice(leading?.rest), line).toBe(text)
    }
  })

  it('are read back with nothing but a space after a day or a month', () => {
    const random = generator(SEED + 1)
    for (let run = 0; run < 2000; run++) {
      const { words, edtf } = day(random)
      const text = random.pick(['NATO agrees.', '250 refugees return.', '“No” is the answer.'])
      const leading = leadingDate(`${words} ${text}`, none)
      expect(leading?.date.edtf, words).toBe(edtf)
      expect(`${words} ${text}`.slice(leading?.rest), words).toBe(text)
    }
  })

  it('are read back out of prose, and nothing else is', () => {
    const random = generator(SEED + 2)
    for (let run = 0; run < 2000; run++) {
      const dates = Array.from({ length: 1 + random.below(3) }, () => written(random))
      const sentences = dates.map(({ words }) => {
        const end = random.pick([', they met.', ' they met.', '; they met.', '.', ' (it says).'])
        return `Once, ${introduce(words, random)}${words}${end} ${random.pick(PROSE)}`
      })
      const text = sentences.join(' ')
      const found = mentionsIn(text, none)
      expect(
        found.map(({ edtf }) => edtf),
        text,
      ).toEqual(dates.map(({ edtf }) => edtf))
      checkOffsets(text, found)
    }
  })

  it('are read back as a whole', () => {
    const random = generator(SEED + 3)
    for (let run = 0; run < 2000; run++) {
      const { words, edtf } = written(random)
      expect(wholeDate(words, none)?.edtf, words).toBe(edtf)
    }
  })

  it('are reported when no calendar has them', () => {
    const random = generator(SEED + 4)
    for (let run = 0; run < 1000; run++) {
      const month = random.below(12)
      const date = (LENGTHS[month] ?? 31) + (month === 1 ? 2 : 1) + random.below(4)
      const year = 1000 + random.below(1100)
      const words = random.pick([
        `${date} ${NAMES[month]} ${year}`,
        `${NAMES[month]} ${date}, ${year}`,
        `${date}.${two(month + 1)}.${year}`,
        `${year}-${two(month + 1)}-${date}`,
        `${1 + random.below(28)}.${13 + random.below(80)}.${year}`,
      ])
      const problems: DateProblem[] = []
      const context = { ...none, report: (problem: DateProblem) => problems.push(problem) }
      expect(mentionsIn(`They left on ${words}.`, context), words).toEqual([])
      expect(problems, words).toMatchObject([{ code: 'impossible', text: words }])
    }
  })
})

describe(`junk (seed ${SEED})`, () => {
  const PIECES =
    '10|June|1999|,| |-|–|/|.|to|and|between|from|the|of|1st|spring|199|99|’|s|BC|AD|century|19th|?|(|)|before|since|mid-|Thu|May|31|02|0|:|12:30|\n|éü|12345|and on|c.|present|in|Act'.split(
      '|',
    )

  it('never throws, and what is found lies in the text and in the calendar', () => {
    const random = generator(SEED + 5)
    for (let run = 0; run < 20_000; run++) {
      const pieces = Array.from({ length: 1 + random.below(14) }, () => random.pick(PIECES))
      const text = pieces.join(random.pick(['', ' ', ' ', ' ']))
      const context: DateContext = {
        anchor: random.pick([null, { year: 1999, month: 6 }, { year: 9999, month: null }]),
        numericOrder: random.pick([null, 'day-month', 'month-day']),
        century: random.pick([null, 1900]),
        report: ({ offset, text: words }) => {
          expect(text.slice(...(offset ?? [0, 0])), text).toBe(words)
        },
        ...(random.below(2) === 0 ? { hint: 'timeline' as const } : {}),
      }
      const found = mentionsIn(text, context)
      checkOffsets(text, found)
      const leading = leadingDate(text, context)
      if (leading !== null) {
        checkCover(text, leading.date)
        expect(leading.rest, text).toBeGreaterThanOrEqual(leading.date.text.length)
        expect(text.slice(0, leading.rest), text).toContain(leading.date.text)
      }
      const whole = wholeDate(text, context)
      if (whole !== null) checkCover(text, whole)
      documentContext([text])
    }
  })
})

describe('texts of a megabyte', () => {
  // A pattern that backtracks would not end within the time that a test has.
  it.each(
    [
      '1',
      ' ',
      'June ',
      'June, ',
      '1-',
      '1, ',
      '3 and ',
      '1999, ',
      '1999-',
      '1.1.1999.',
      'first and ',
      'from 10 June to ',
      'the 1998 Clean ',
      'a@1999/',
      '[1999](',
    ].map((piece) => [piece]),
  )('of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    checkOffsets(text.slice(0, 1000), mentionsIn(text.slice(0, 1000), none))
    expect(mentionsIn(text, none).length).toBeLessThanOrEqual(text.length)
    expect(leadingDate(text, none)?.rest ?? 0).toBeLessThan(1000)
    expect(wholeDate(text, none)).toBeNull()
    documentContext([text])
  })
})

function checkOffsets(text: string, dates: PartialDate[]): void {
  let last = 0
  for (const date of dates) {
    const [start, end] = date.offset ?? [-1, -1]
    expect(start, text).toBeGreaterThanOrEqual(last)
    expect(text.slice(start, end), text).toBe(date.text)
    expect(end, text).toBeGreaterThan(start)
    checkCover(text, date)
    last = end
  }
}

/** The date says of itself what its EDTF says. */
function checkCover(text: string, date: PartialDate): void {
  const span = parseEdtf(date.edtf)
  expect(span, `${date.edtf} in ${text}`).not.toBeNull()
  const { start, end, precision, qualifier } = date
  expect({ start, end, precision, qualifier }, text).toEqual({
    start: span?.start,
    end: span?.end,
    precision: span?.precision,
    qualifier: span?.qualifier,
  })
}
