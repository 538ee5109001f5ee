import { parseEdtf } from '#schema/edtf'
import { counts, mayCount } from './counting.ts'
import { isClosed, shareMonth, shareYear, skipInner } from './joined.ts'
import type { Bound } from './prefix.ts'
import { matchAt, sticky, testAt } from './sticky.ts'
import { PARTICLE } from './text-start.ts'
import { edtfOf, fitsSomeYear, type Source, type Unit } from './unit.ts'
import { bareDay, unitAt } from './units.ts'
import { DASH } from './words.ts'
import { isEarlyYear } from './year-rules.ts'
import { yearAfter } from './years.ts'

/** Both ends of an interval; the right one is null when it lasts to the present. */
export type Interval = { left: Unit; right: Unit | null; end: number }

type Join = {
  kind: 'dash' | 'spaced-dash' | 'word' | 'slash'
  end: number
  /** True when a `from` or `between` asks for the second end. */
  asked: boolean
}

const JOIN = sticky(
  `(\\s{0,2}(?:--|${DASH})\\s{0,2})|(,?\\s{1,3}(?:(?:up\\s)?to|through|thru|until|till|and)\\s{1,3})|\\s?/\\s?`,
)
const PRESENT = /(?:the\s{1,3})?(?:present(?:\s{1,3}day)?|today|now|date|ongoing)(?![a-z-])/iy
const YEAR_TAIL = sticky(
  `(['’‘]?)(\\d{3,4}|\\d{1,2})(?![\\d%‰°]|[a-z]|,\\d{3}(?!\\d)|[.:/-]\\d|-[a-z])`,
)
const LOWER_WORD = /\s{1,3}[a-z]/y
const ISO_RULES = ['iso-day', 'iso-month', 'year']

/** The interval that begins with a unit, if what follows makes it one. */
export function intervalFrom(source: Source, left: Unit, bound: Bound | null): Interval | null {
  const { text, mode } = source
  const join = joinAt(text, left.end, bound)
  if (join === null) return null
  const inner = skipInner(text, join.end)
  const right = rightEnd(source, left, join, inner.at)
  if (right !== null && join.kind === 'spaced-dash' && isPartOfText(source, right)) return null
  if (right === null) {
    const open = left.year !== null && join.kind !== 'slash' && matchAt(PRESENT, text, join.end)
    // `10 June 1999 – Today Show calls`: the dash parts the date of a line from its text.
    const closed = open && (mode !== 'leading' || isClosed(text, join.end + open[0].length))
    return open && (closed || join.kind === 'word')
      ? { left, right: null, end: join.end + open[0].length }
      : null
  }
  const [from, to] = complete(left, { ...right, mark: inner.mark })
  return inOrder(from, to) ? { left: from, right: to, end: right.end } : null
}

/** `10 June 1999 - 15 July 1999 deadline set`: the dash parts the date of a line from its text. */
function isPartOfText({ text, mode }: Source, right: Unit): boolean {
  if (mode !== 'leading') return false
  const gap = matchAt(LOWER_WORD, text, right.end)
  return gap !== null && !testAt(PARTICLE, text, right.end + gap[0].length - 1)
}

function joinAt(text: string, at: number, bound: Bound | null): Join | null {
  const match = matchAt(JOIN, text, at)
  if (match === null) return null
  const [words, dash, word] = match
  const asked = bound?.word === 'from' || bound?.word === 'between'
  const rest = { end: at + words.length, asked }
  if (dash !== undefined) return { kind: /\s/.test(dash) ? 'spaced-dash' : 'dash', ...rest }
  if (word === undefined) return { kind: 'slash', ...rest }
  const and = word.trim().toLowerCase() === 'and'
  // `from April 1, 1948, to June 30, 1952`; without the "from" the clause ends at the comma.
  if (word.startsWith(',') && (and || bound?.word !== 'from')) return null
  return and && bound?.word !== 'between' ? null : { kind: 'word', ...rest }
}

function rightEnd(source: Source, left: Unit, join: Join, at: number): Unit | null {
  if (left.kind === 'year') return yearEnd(source, left, join, at)
  const right = unitAt(source, at)
  if (right !== null) return fits(source, left, right, join) ? right : null
  if (left.shape === 'month-first') return dayEnd(source, left, join, at)
  return left.shape === 'bare' && source.mode !== 'mention' ? bareEnd(source.text, left, at) : null
}

/** `12` after `10-`, where the lines stand under the month. */
function bareEnd(text: string, left: Unit, at: number): Unit | null {
  const right = bareDay(text, at)
  if (right === null || left.day === null || right.day === null) return null
  if (right.day <= left.day) return null
  return isClosed(text, right.end) || areOrdinals(text, left, right) ? right : null
}

/** `4th-6th Rain all day`, where `4-6 Rain` may say something else. */
const areOrdinals = (text: string, left: Unit, right: Unit): boolean =>
  [left, right].every(({ end }) => /[a-z]/i.test(text.charAt(end - 1))) &&
  !testAt(LOWER_WORD, text, right.end)

/** Guards against a dash that separates a date from its text, and a slash that means "or". */
function fits({ text, mode }: Source, left: Unit, right: Unit, join: Join): boolean {
  if (left.shape === 'bare') {
    const ordered = left.day !== null && right.day !== null && left.day < right.day
    return right.shape === 'day-first' && ordered
  }
  if (join.kind === 'slash') {
    if (ISO_RULES.includes(left.rule)) return right.rule === left.rule
    return left.year === null && left.kind === right.kind && left.kind !== 'day'
  }
  if (right.kind === 'year') {
    if (left.kind === 'day' && join.kind === 'dash') return false
    return left.year !== null && join.kind !== 'spaced-dash' && !mayCount(text, right.end)
  }
  // `1870s–early 1900s`: the latter are a century by their form.
  const eras = [left, right].every(({ kind }) => kind === 'decade' || kind === 'century')
  const unlike = left.kind !== right.kind && (isLong(left) || isLong(right))
  if (unlike && !eras && join.kind !== 'word') return false
  if (right.year !== null) return true
  if (right.kind === 'month' || right.kind === 'season') {
    return (
      isClosed(text, right.end) ||
      (join.asked && join.kind === 'word' && testAt(LOWER_WORD, text, right.end))
    )
  }
  return join.kind !== 'spaced-dash' || mode === 'mention' || isClosed(text, right.end)
}

const isLong = ({ kind }: Unit): boolean => ['year', 'decade', 'century'].includes(kind)

/** `12, 1999` after `June 10-`. */
function dayEnd(source: Source, left: Unit, join: Join, at: number): Unit | null {
  const { text } = source
  const day = bareDay(text, at)
  if (day === null || left.year !== null) return null
  if (left.day === null || day.day === null || day.day <= left.day) return null
  const year = yearAfter(source, day.end, false)
  if (year !== null) {
    const { problem, end } = year
    const written = { ...day, year: year.year, problem, end, month: left.month }
    return { ...written, shape: 'month-first', rule: 'month-day-year' }
  }
  if (counts(text, day.end) || join.kind === 'slash') return null
  if (join.kind === 'spaced-dash' && !isClosed(text, day.end)) return null
  return { ...day, month: left.month, rule: left.rule, shape: 'month-first' }
}

/** `2000`, `99` or `June 2000` after `1998-`. */
function yearEnd(source: Source, left: Unit, join: Join, at: number): Unit | null {
  const { text } = source
  const tail = matchAt(YEAR_TAIL, text, at)
  if (tail === null || left.year === null || (join.kind === 'word' && tail[2]?.length === 3)) {
    const right = join.kind === 'word' ? unitAt(source, at) : null
    return right === null || right.year === null || right.shape === 'bare' ? null : right
  }
  const [words, apostrophe = '', digits = ''] = tail
  const end = at + words.length
  const right = { ...left, mark: '' as const, start: at, end, year: Number(digits) }
  if (digits.length === 3) {
    const joined = join.kind === 'dash' || join.kind === 'slash'
    return joined && isEarlyYear(source, left) && right.year > left.year ? right : null
  }
  if (digits.length === 4) {
    const other = unitAt(source, at)
    if (other !== null && other.kind !== 'year') {
      // `1887-1890 June Carter resigns`: the month is a name, or begins the text.
      const isText =
        join.kind === 'dash' && source.mode === 'leading' && other.rule === 'year-month'
      return join.kind === 'word' ? other : isText ? right : null
    }
    const separates = join.kind === 'spaced-dash' && source.mode === 'leading'
    return separates && mayCount(text, end) ? null : (other ?? right)
  }
  if (join.kind !== 'dash' && join.kind !== 'slash' && apostrophe === '') return null
  const step = 10 ** digits.length
  const year = left.year - (left.year % step) + Number(digits)
  if (year > left.year) return { ...right, year }
  if (digits.length === 1) return null
  // `1998-02` with a dash turns the century, though not over a lifetime.
  return year + 100 - left.year <= 20 ? { ...right, year: year + 100 } : null
}

function complete(left: Unit, right: Unit): [Unit, Unit] {
  if (left.shape === 'bare') return [shareMonth(left, right), right]
  return shareYear(left, right)
}

/** False for ends in the wrong order; ends that no calendar has are for the caller to refuse. */
function inOrder(left: Unit, right: Unit): boolean {
  if (left.problem !== null || right.problem !== null) return true
  if (!fitsSomeYear(left) || !fitsSomeYear(right)) return true
  if (left.year === null || right.year === null) return true
  const [from, to] = [edtfOf(left), edtfOf(right)]
  if (parseEdtf(from) === null || parseEdtf(to) === null) return true
  return parseEdtf(`${from}/${to}`) !== null
}
