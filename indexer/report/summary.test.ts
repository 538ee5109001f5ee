import { expect, it } from 'vitest'
import type { Report } from './report.ts'
import { formatSummary } from './summary.ts'

const REPORT: Report = {
  documents: [
    {
      id: 'a',
      title: 'A',
      source: 'a.txt',
      entries: { timeline: 1_200, paragraph: 2 },
      undated: 3,
      undatedEntries: ['a-1', 'a-2', 'a-3'],
      inferredDates: 1,
      inferred: [{ entry: 'a-4', text: '3 May', edtf: '1999-05-03' }],
      unverified: [
        { name: 'Ada Bell', type: 'person', entries: 12 },
        { name: 'Relief League', type: 'organization', entries: 2 },
      ],
      unverifiedCount: 2,
      leftOut: [
        { text: 'Site Map', line: 1, reason: 'navigation' },
        { text: 'Home | Help', line: 2, reason: 'navigation' },
        { text: 'A', line: 3, reason: 'title' },
      ],
      leftOutCounts: { navigation: 2, title: 1 },
      findings: [{ message: 'm', line: 1, text: 't' }],
      findingsCount: 1,
    },
  ],
  unreadable: [{ source: 'b.txt', reason: 'is empty' }],
  skipped: [{ source: 'c.pdf', reason: '.pdf is not read' }],
  tooManyNames: false,
  added: 1_000,
  changed: 0,
  moved: 2,
  removed: 5,
  unchanged: 200,
  removedDocuments: ['old'],
  corpusVersion: 7,
}
const OPTIONS = { mode: 'index' as const, changedAnything: true, ms: 1_234, reportFile: null }

it('tells what was done', () => {
  expect(formatSummary(REPORT, OPTIONS)).toMatchInlineSnapshot(`
    "Read 1 document in 1.2 s. The collection is now at version 7.
      Entries   1,202: timeline (1,200), paragraph (2)
      Dates     1,199 entries dated, 3 undated, 1 date inferred
      Names     2 not in the authority file: Ada Bell (12), Relief League (2)
      Left out  3 blocks: navigation (2), title (1)
      Changes   1,000 added, 2 moved, 5 removed, 200 unchanged
      Removed   1 document: old
      Skipped   1 file: .pdf is not read (1)
      Not read  1, named above
      To check  1 uncertain place, --report FILE lists them
    "
  `)
})

it('says when there were more names than are kept', () => {
  expect(formatSummary({ ...REPORT, tooManyNames: true }, OPTIONS)).toContain(
    'Ada Bell (12), Relief League (2); after 100,000 others no more were taken\n',
  )
})

it('is short when nothing changed', () => {
  const report = { ...REPORT, documents: [], unreadable: [], skipped: [], removedDocuments: [] }
  const options = { ...OPTIONS, changedAnything: false, ms: 83_000 }
  expect(formatSummary(report, options)).toMatchInlineSnapshot(`
    "Read 0 documents in 1 min 23 s. Nothing changed: the collection stays at version 7.
    "
  `)
})
