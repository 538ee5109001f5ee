import type { Bound } from './prefix.ts'
import type { Rule } from './rules.ts'
import { edtfOf, neighbour, type Unit } from './unit.ts'

/** A date as EDTF and the rule that gives it. */
export type Understood = { edtf: string; rule: Rule }

/**
 * One date with the word before it: before and after leave out the unit itself, until and since do
 * not. Of an approximate unit nothing is left out, as nobody knows where in it the bound lies.
 */
export function bounded(date: Unit, bound: Bound | null): Understood {
  const plain = edtfOf(date)
  const includes = bound?.inclusive === true || date.mark !== ''
  switch (bound?.word) {
    case 'before':
      return { edtf: `../${includes ? plain : edtfOf(neighbour(date, -1))}`, rule: 'before' }
    case 'until':
      return { edtf: `../${plain}`, rule: 'until' }
    case 'after':
      return { edtf: `${includes ? plain : edtfOf(neighbour(date, 1))}/..`, rule: 'after' }
    case 'since':
      return { edtf: `${plain}/..`, rule: 'since' }
    default:
      return { edtf: plain, rule: date.rule }
  }
}

/** An interval with such a word keeps the end that the word leaves known. */
export function boundedInterval(left: Unit, right: Unit | null, bound: Bound | null): Understood {
  if (right === null) return { edtf: `${edtfOf(left)}/..`, rule: 'open-interval' }
  if (bound?.word === 'before' || bound?.word === 'since') return bounded(left, bound)
  if (bound?.word === 'after' || bound?.word === 'until') return bounded(right, bound)
  return { edtf: `${edtfOf(left)}/${edtfOf(right)}`, rule: 'interval' }
}
