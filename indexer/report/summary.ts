import { KINDS } from '#schema/entry'
import { MOST_OTHERS } from '../actors/others.ts'
import type { Report } from './report.ts'

export type SummaryOptions = {
  mode: 'index' | 'dry run' | 'remove'
  changedAnything: boolean
  ms: number
  /** The report's file, if one was written. */
  reportFile: string | null
}

/** What a run did, for people: a sentence and a few aligned rows. Counts of nothing are left out. */
export function formatSummary(report: Report, options: SummaryOptions): string {
  const rows: [label: string, value: string][] = [
    ['Entries', entryRow(report)],
    ['Dates', dateRow(report)],
    ['Names', nameRow(report)],
    ['Left out', leftOutRow(report)],
    ['Changes', changeRow(report, options)],
    ['Removed', removedRow(report)],
    ['Skipped', skippedRow(report)],
    ['Not read', notReadRow(report)],
    ['To check', findingsRow(report, options)],
  ]
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `  ${label.padEnd(10)}${value}`)
  return `${[headline(report, options), ...lines].join('\n')}\n`
}

function headline(report: Report, { mode, changedAnything, ms }: SummaryOptions): string {
  const { documents, removedDocuments, corpusVersion } = report
  const [verb, count] =
    mode === 'remove' ? ['Removed', removedDocuments.length] : ['Read', documents.length]
  const done = `${verb} ${counted(count, 'document')} in ${time(ms)}.`
  if (mode === 'dry run') return `${done} Nothing was indexed (--dry-run).`
  if (corpusVersion === null) return 'Nothing was indexed.'
  if (changedAnything) return `${done} The collection is now at version ${corpusVersion}.`
  return `${done} Nothing changed: the collection stays at version ${corpusVersion}.`
}

function entryRow({ documents }: Report): string {
  const counts = KINDS.map((kind): [string, number] => [
    kind,
    sum(documents.map(({ entries }) => entries[kind])),
  ])
  return documents.length === 0 ? '' : `${number(sum(counts.map(([, n]) => n)))}: ${list(counts)}`
}

function dateRow({ documents }: Report): string {
  const total = sum(documents.map(({ entries }) => sum(Object.values(entries))))
  if (total === 0) return ''
  const undated = sum(documents.map((document) => document.undated))
  const inferred = sum(documents.map(({ inferredDates }) => inferredDates))
  return [
    `${number(total - undated)} entries dated`,
    ...(undated > 0 ? [`${number(undated)} undated`] : []),
    ...(inferred > 0 ? [`${counted(inferred, 'date')} inferred`] : []),
  ].join(', ')
}

/** The names that most entries have and no authority file. */
function nameRow({ documents, tooManyNames }: Report): string {
  const entries = new Map<string, number>()
  for (const { name, entries: count } of documents.flatMap(({ unverified }) => unverified)) {
    entries.set(name, (entries.get(name) ?? 0) + count)
  }
  if (entries.size === 0) return ''
  const most = [...entries].sort(([, a], [, b]) => b - a).slice(0, 5)
  const more = entries.size > most.length ? ', …' : ''
  const lost = tooManyNames ? `; after ${number(MOST_OTHERS)} others no more were taken` : ''
  return `${number(entries.size)} not in the authority file: ${list(most)}${more}${lost}`
}

function leftOutRow({ documents }: Report): string {
  const counts = new Map<string, number>()
  for (const { leftOutCounts } of documents) {
    for (const [reason, count] of Object.entries(leftOutCounts)) {
      counts.set(reason, (counts.get(reason) ?? 0) + count)
    }
  }
  const total = sum([...counts.values()])
  return total === 0 ? '' : `${counted(total, 'block')}: ${list(byFrequency(counts))}`
}

function skippedRow({ skipped }: Report): string {
  return skipped.length === 0 ? '' : `${counted(skipped.length, 'file')}: ${list(tally(skipped))}`
}

/** Each reason with its count, the most frequent first. */
function tally(items: { reason: string }[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { reason } of items) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return byFrequency(counts)
}

const byFrequency = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort(([, a], [, b]) => b - a)

const list = (counts: [string, number][]): string =>
  counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} (${number(count)})`)
    .join(', ')

function changeRow(report: Report, { changedAnything }: SummaryOptions): string {
  if (!changedAnything) return ''
  const { added, changed, moved, removed, unchanged } = report
  return Object.entries({ added, changed, moved, removed, unchanged })
    .filter(([, count]) => count)
    .map(([name, count]) => `${number(count ?? 0)} ${name}`)
    .join(', ')
}

function removedRow({ removedDocuments }: Report): string {
  if (removedDocuments.length === 0) return ''
  const shown = removedDocuments.slice(0, 5).join(', ')
  const more = removedDocuments.length > 5 ? ', …' : ''
  return `${counted(removedDocuments.length, 'document')}: ${shown}${more}`
}

function notReadRow({ unreadable }: Report): string {
  return unreadable.length === 0 ? '' : `${number(unreadable.length)}, named above`
}

function findingsRow({ documents }: Report, { reportFile }: SummaryOptions): string {
  const count = sum(documents.map(({ findingsCount }) => findingsCount))
  if (count === 0) return ''
  const where = reportFile === null ? '--report FILE lists them' : `listed in ${reportFile}`
  return `${counted(count, 'uncertain place')}, ${where}`
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

const number = (value: number): string => value.toLocaleString('en')

const counted = (count: number, noun: string): string =>
  `${number(count)} ${noun}${count === 1 ? '' : 's'}`

function time(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
