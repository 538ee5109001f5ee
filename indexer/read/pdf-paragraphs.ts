import type { DateForms } from '../blocks.ts'
import { isLabel } from './label.ts'
import { bulletOf, isNumbered } from './list-marker.ts'
import { EXACT, type Line } from './pdf-lines.ts'
import { endsOpen, endsSentence } from './wrapping.ts'

/** Lines that belong together, all in one column unless a paragraph goes on in the next. */
export type Group = { kind: 'text' | 'item' | 'dated'; lines: Line[] }

/** How the lines of a document are set. */
export type Setting = {
  /** Of most letters. */
  size: number
  bold: boolean
  /** From line to line, in its size. */
  pitch: number
}

export function settingOf(lines: Line[]): Setting {
  const sizes = new Map<number, number>()
  let bold = 0
  let letters = 0
  for (const line of lines) {
    const size = rounded(line.size)
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length)
    letters += line.text.length
    if (line.bold) bold += line.text.length
  }
  const [[size] = [10]] = [...sizes].sort((a, b) => b[1] - a[1])
  const steps = lines.flatMap((line, at) => {
    if (rounded(line.size) !== size) return []
    // Beside it, lines of another cell may stand at other heights.
    const above = lines.slice(Math.max(0, at - 3), at).findLast(({ x }) => Math.abs(x - line.x) < 1)
    const step = above?.column === line.column ? (line.y - above.y) / size : 0
    return step > 0.5 && step < 3 ? [step] : []
  })
  steps.sort((a, b) => a - b)
  return { size, bold: bold > letters / 2, pitch: steps[Math.floor(steps.length * 0.3)] ?? 1.3 }
}

export const rounded = (size: number): number => Math.round(size * 2) / 2

/** A step of so many usual ones leaves a gap. */
const GAP = 1.3
/** Ems by which a first line is set in. */
const INDENT = 0.7
/** Share of the usual size up to which type is small: that of notes and captions. */
const SMALL = 0.93

/** Puts the lines of running text together, in their order. */
export function groupsOf(lines: Line[], setting: Setting, dates: DateForms): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const above = group?.lines.at(-1)
    if (group !== undefined && above !== undefined && above.column === line.column) {
      if (!begins(line, above, group, setting, dates)) {
        group.lines.push(line)
        continue
      }
    } else {
      const before = brokenOff(groups, line, setting)
      if (before !== null && goesOn(line, before, setting, dates)) {
        before.lines.push(line)
        continue
      }
    }
    groups.push({ kind: kindOf(line, dates), lines: [line] })
  }
  return groups
}

function kindOf({ text }: Line, dates: DateForms): Group['kind'] {
  if (bulletOf(text) !== null) return 'item'
  if (dates.startsWithDate(text)) return 'dated'
  return isNumbered(text) ? 'item' : 'text'
}

const looksAlike = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) < 0.06 * Math.max(a.size, b.size) && a.bold === b.bold

/** Whether a line begins something new below a line of its column. */
function begins(
  line: Line,
  above: Line,
  { kind, lines }: Group,
  setting: Setting,
  dates: DateForms,
): boolean {
  if (!looksAlike(line, above)) {
    // A bold beginning may run over the end of its line, into plain text.
    if (line.size !== above.size || line.bold || endsSentence(above.text)) return true
  }
  const step = line.y - above.y
  if (step <= 0 || step > setting.pitch * line.size * GAP) return true
  const first = lines.find(({ column }) => column === line.column)
  const fits = wouldFit(line, above)
  if (bulletOf(line.text) !== null) return fits || endsSentence(above.text) || kind === 'item'
  if (kindOf(line, dates) !== 'text') {
    if (endsOpen(above.text)) return false
    if (kind !== 'text') return fits || endsSentence(above.text)
    return fits && (endsSentence(above.text) || isLabel(above.text))
  }
  if (first !== undefined && line.x < first.x - INDENT * line.size && kind === 'text') return true
  const indented = line.x > above.x + INDENT * line.size
  if (indented && endsSentence(above.text) && (lines.length > 1 || fits)) return true
  if (kind !== 'text' && line.x > (first?.x ?? 0) + 1) return false
  return !belongs(line, above, fits)
}

/** As lines of plain text do, with their true widths. */
function belongs(line: Line, above: Line, fits: boolean): boolean {
  if (!fits) return true
  if (endsSentence(above.text)) return false
  if (STARTS_LOWER.test(line.text) || endsOpen(above.text)) return true
  return above.text.length < SHORT && line.text.length < SHORT
}

const STARTS_LOWER = /^["“‘'(]*\p{Ll}/u
const SHORT = 60

/** Whether the first word of a line would have had its place at the end of the line above. */
function wouldFit(line: Line, above: Line): boolean {
  if (above.edges.justified && above.right < above.edges.right - EXACT) return true
  const word = line.text.split(' ', 1)[0] ?? ''
  const width = ((line.right - line.x) / Math.max(line.text.length, 1)) * (word.length + 1)
  return above.right + width < above.edges.right - 0.3 * line.size
}

/** The paragraph at the end of the column before, notes and captions below it left aside. */
function brokenOff(groups: Group[], line: Line, { size }: Setting): Group | null {
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at]
    const last = group?.lines.at(-1)
    if (group === undefined || last === undefined || last.column !== line.column - 1) return null
    if (looksAlike(last, line)) return group
    if (last.size > size * SMALL) return null
  }
  return null
}

/** Whether a paragraph goes on at the top of the next column. */
function goesOn(line: Line, { lines }: Group, setting: Setting, dates: DateForms): boolean {
  const above = lines.at(-1) as Line
  if (rounded(line.size) > setting.size * 1.1) return false
  const full = !wouldFit(line, above)
  if (kindOf(line, dates) !== 'text') {
    const wrapped = full && !endsSentence(above.text) && bulletOf(line.text) === null
    return wrapped || endsOpen(above.text)
  }
  if (STARTS_LOWER.test(line.text) || endsOpen(above.text)) return true
  // Where lines are full, the last one of a paragraph seldom is.
  return full && (!endsSentence(above.text) || above.edges.justified)
}
