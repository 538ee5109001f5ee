import type { CalendarUnit } from '#schema/buckets'
import { monthInWords } from '../../entry/understood'
import type { Bar } from './bars'

/** The labels under the bars: round places of the calendar, as many as are easily read. */

export type Tick = {
  label: string
  /** From 0 at the left to 1 at the right. */
  place: number
  /** True for those that a narrow screen keeps. */
  major: boolean
}

const MOST_TICKS = 8
/** Bars from one tick to the next, in the order in which they are tried. */
const STEPS: Readonly<Record<CalendarUnit, number[]>> = {
  century: [1, 2, 5, 10],
  decade: [1, 2, 5, 10, 20, 50, 100],
  year: [1, 2, 5, 10, 20, 50],
  month: [1, 3, 6, 12, 24],
  day: [1, 5, 10, 20],
}

export function ticksOf(bars: readonly Bar[], unit: CalendarUnit): Tick[] {
  const steps = STEPS[unit]
  const step = steps.find((size) => bars.length / size <= MOST_TICKS) ?? steps.at(-1) ?? 1
  const shown = bars
    .map((bar, index) => ({ bar, index }))
    .filter(({ bar, index }) => isRound(bar.name, unit, step) || (index === 0 && unit !== 'day'))
    // The first bar has a label, unless the next round place follows too closely.
    .filter(({ index }, at, all) => at > 0 || index > 0 || (all[1]?.index ?? step) * 2 >= step)
  return shown.map(({ bar, index }, at) => ({
    label: labelOf(bar.name, unit, shown[at - 1]?.bar.name ?? null),
    place: index / bars.length,
    major: shown.length <= MOST_TICKS / 2 || at % 2 === 0,
  }))
}

function isRound(name: string, unit: CalendarUnit, step: number): boolean {
  const number = Number(name.slice(unit === 'day' ? 8 : unit === 'month' ? 5 : 0))
  if (unit === 'day') return number === 1 || (number % step === 0 && (step === 1 || number < 30))
  return (unit === 'month' ? monthNumber(name) : number) % step === 0
}

const monthNumber = (name: string): number =>
  Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1

/** A label says what changed since the one before: `Oct 1998`, `Jan 1999`, `Apr`. */
function labelOf(name: string, unit: CalendarUnit, before: string | null): string {
  if (unit === 'century') return String(Math.max(1, Number(name) * 100))
  if (unit === 'decade') return String(Math.max(1, Number(name) * 10))
  if (unit === 'year') return String(Number(name))
  const [month = '', year = ''] = monthInWords(name).split(' ')
  const short = month.slice(0, 3)
  if (unit === 'month') {
    return before?.slice(0, 4) === name.slice(0, 4) ? short : `${short} ${year}`
  }
  const day = String(Number(name.slice(8)))
  return before?.slice(0, 7) === name.slice(0, 7) ? day : `${day} ${short}`
}
