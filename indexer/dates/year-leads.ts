import { matchAt, sticky, testAt } from './sticky.ts'
import { MONTH } from './words.ts'

/**
 * A list of years, each alone before its text: there `1890 May resigns over tariffs.` begins with a
 * person, and `1963 March on Washington` with a march, where a month with its year elsewhere would.
 */

/** What a person does, and no plural, adjective or participle beside the name of a month. */
const VERB = [
  'is|was|has|had|does|did|goes|went|becomes|became|begins|began|takes|took|makes|gives|gave|gets|got',
  'wins|loses|leads|leaves|comes|came|sees|saw|writes|wrote|speaks|spoke|says|tells|asks|meets|finds|keeps',
  'holds|brings|buys|sells|builds|sends|pays|teaches|rises|rose|fell|sings|sang|sits|sat|stood|ran|flies|flew',
  'drew|broke|chose|drove|rode|grew|knew|threw|wore|swears|swore|resigns|resigned|retires|retired|dies|died',
  'joins|joined|marries|married|receives|received|publishes|moves|moved|returns|returned|arrives|arrived',
  'departs|departed|succeeds|succeeded|opens|founds|establishes|appoints|announces|declares|refuses|refused',
  'accepts|enters|entered|finishes|completes|inherits|invents|discovers|performs|attends|agrees|agreed|remains',
  'remained|graduated|served|lived|worked',
].join('|')
/** Before a determiner a plural or a participle is a verb: `May defeats the motion`. */
const DOES = sticky(
  `\\s{1,3}(?:(?:${VERB})(?![a-z’'-])|[a-z]{3,20}(?<=[a-rt-z]s|ed)\\s{1,3}(?:the|an?|his|her|its|their)\\s)`,
)
const MARCH = /March\s{1,3}(?:on|against|for)\s{1,3}[A-Z]/y
const LOWER = /\s{1,3}[a-z]/y

/** Whether the month that stands here, with a capital letter, is somebody who does something, or a march. */
export function isNoMonth(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) >= 97 || !testAt(LOWER, text, end)) return false
  return testAt(DOES, text, end) || testAt(MARCH, text, at)
}

/** A year at the head of a line, and a space. */
const YEAR = /\s{0,40}(?:[-–*•·+]\s{1,3})?\d{4}\s{1,3}(?=\S)/y
const MONTH_HERE = sticky(MONTH)
const TEXT = /["“‘'(]?\p{Lu}/uy

/** As many lines are a list. */
const LEAST = 3
/** Months beside the year are this many times as rare as texts. */
const MAJORITY = 10

/** Gathers how the lines that begin with a year go on. */
export class YearLeads {
  #texts = 0
  #months = 0

  add(line: string): void {
    const year = matchAt(YEAR, line, 0)
    if (year === null) return
    const at = year[0].length
    const month = matchAt(MONTH_HERE, line, at)
    if (month === null) {
      if (testAt(TEXT, line, at)) this.#texts++
    } else if (!isNoMonth(line, at, at + month[0].length)) this.#months++
  }

  /** Whether the entries begin with a year and go on with their texts. */
  get areAlone(): boolean {
    return this.#texts >= LEAST && this.#texts >= this.#months * MAJORITY
  }
}
