import type { DateForms, Heading } from '../blocks.ts'
import { isLabel, isTitleLine } from './label.ts'
import type { Line } from './pdf-lines.ts'
import { type Group, rounded, type Setting } from './pdf-paragraphs.ts'
import type { OutlineItem } from './pdf-source.ts'
import { joinLines } from './wrapping.ts'

/** Larger than the text by so much, a line is set to be seen first. */
const LARGE = 1.12
const MOST_LINES = 4
/** Where more letters than this share are set apart, it says nothing. */
const RELIABLE = 0.4
/** Share of the outline that must be found in the text. */
const FOUND = 0.5
const DEEPEST = 6

export const textOf = ({ lines }: Group): string => joinLines(lines.map(({ text }) => text))

/**
 * Which groups of lines are headings: those that the outline names, if most of it is found, else
 * those that are set larger or bolder than the text, each way a level. The only one of the highest
 * level is the title, when it comes first.
 */
export function headingsOf(
  groups: Group[],
  { outline, setting, dates }: { outline: OutlineItem[]; setting: Setting; dates: DateForms },
): Map<Group, Heading> {
  const named = namedIn(outline, groups)
  const set = groups.filter((group) => !named.has(group) && isSetApart(group, setting, dates))
  const reliable = lettersOf(set) <= RELIABLE * lettersOf(groups)
  const levels = new Map(named)
  const deepest = Math.max(0, ...named.values())
  const styles = [...new Set(set.map(styleOf))].sort((a, b) => b - a)
  for (const group of reliable ? set : [])
    levels.set(group, deepest + 1 + styles.indexOf(styleOf(group)))
  const inOrder = groups.filter((group) => levels.has(group))
  const tops = inOrder.filter((group) => levels.get(group) === 1)
  const titled =
    tops.length === 1 && tops[0] === inOrder[0] && !dates.isDate(textOf(tops[0] as Group))
  const headings = new Map<Group, Heading>()
  for (const group of inOrder) {
    const level = Math.min((levels.get(group) ?? 1) + (titled ? 0 : 1), DEEPEST)
    const line = group.lines[0]?.page ?? 1
    headings.set(group, { kind: 'heading', text: textOf(group), line, level, marked: true })
  }
  return headings
}

const lettersOf = (groups: Group[]): number =>
  groups.reduce((sum, { lines }) => sum + lines.reduce((own, { text }) => own + text.length, 0), 0)

/** The larger, the higher; of one size the bold ones. */
function styleOf({ lines }: Group): number {
  const [first] = lines as [Line]
  return rounded(first.size) * 2 + (first.bold ? 1 : 0)
}

function isSetApart(group: Group, setting: Setting, dates: DateForms): boolean {
  const { lines } = group
  if (lines.length > MOST_LINES) return false
  const text = textOf(group)
  const date = dates.isDate(text)
  if (lines.every(({ size }) => size >= setting.size * LARGE)) return date || isTitleLine(text)
  if (setting.bold || !lines.every(({ bold, size }) => bold && size >= setting.size * 0.9))
    return false
  return date || (isLabel(text) && !dates.startsWithDate(text))
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The groups that the outline names, with their levels; none when it is another text's. */
function namedIn(outline: OutlineItem[], groups: Group[]): Map<Group, number> {
  const wanted = new Map<string, OutlineItem[]>()
  let count = 0
  for (const item of outline) {
    if (item.page === null || bare(item.title) === '') continue
    count++
    const key = `${item.page} ${bare(item.title)}`
    wanted.set(key, [...(wanted.get(key) ?? []), item])
  }
  const named = new Map<Group, number>()
  for (const group of groups) {
    if (group.lines.length > MOST_LINES) continue
    const key = `${group.lines[0]?.page} ${bare(textOf(group))}`
    const item = wanted.get(key)?.shift()
    if (item !== undefined) named.set(group, item.level)
  }
  return named.size > 0 && named.size >= FOUND * count ? named : new Map()
}
