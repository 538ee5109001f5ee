import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { docxOf, w } from './read/test-docx.ts'
import { pdfOf } from './read/test-pdf.ts'
import type { Report } from './report/report.ts'
import { runCommand } from './test-command.ts'

/** A folder as nobody wants it: each fault is one line with its place, and all else is read. */

const DEEP = 100_000
const SENTENCE = 'The council met in Geneva and agreed on a plan for the year.'
const bomb = { name: 'word/document.xml', data: Buffer.alloc(120_000_000, ' ') }
const sound = pdfOf({ pages: [[[SENTENCE, 60, 100]]] })

const FILES: Record<string, string | Uint8Array> = {
  'note.txt': SENTENCE,
  'letter.docx': docxOf({ body: w(`${SENTENCE} So says the record.`) }),
  'print.pdf': sound,
  'deep.html': `${'<div>'.repeat(DEEP)}${SENTENCE} Deep.${'</div>'.repeat(DEEP)}`,
  'bomb.docx': docxOf({ body: '', parts: [bomb] }),
  'old.docx': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
  'scan.pdf': pdfOf({ pages: [[]] }),
  'locked.pdf': pdfOf({ pages: [[[SENTENCE, 60, 100]]], locked: true }),
  'garbage.pdf': 'nothing of the kind',
  'row.csv': 'date,text\n1901,one\n1902\n1903,three',
  'object.json': '[{"text":"one"},\n{oops},\n{"text":"three"}]',
  'line.jsonl': '{"text":"one"}\n{oops\n{"text":"three"}',
  'entity.xml': `<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<TEI><text><body><p>It says &b; and
&c; here.</p></body></text></TEI>`,
  'open.xml': '<TEI>\n<p>One.</TEI>',
  'feed.xml': '<rss><channel/></rss>',
  'bell\u0007.txt': '\n',
}

/** Files that take no place on the disk. */
const LARGE = ['edition.xml', 'page.html']

const LINES = [
  'pile/bell\\u0007.txt: is empty: there is nothing to index',
  'pile/bomb.docx: unpacks to more than 100 MB: it is broken, or made to fill memory',
  'pile/edition.xml: is larger than 50 MB: split it into smaller files',
  'pile/entity.xml:2: the entity &b; is not fetched or expanded: its name stands in the text',
  'pile/entity.xml:3: the entity &c; is not fetched or expanded: its name stands in the text',
  'pile/garbage.pdf: is no PDF, or damaged or cut off (Invalid PDF structure): get a sound copy',
  'pile/line.jsonl:2: is not valid JSON: left out',
  'pile/locked.pdf: is protected with a password: save it without',
  'pile/loop: is a link to a folder above it: remove the link',
  'pile/object.json:2: is not valid JSON: left out',
  'pile/old.docx: is an old Word document (.doc) by another name: save it as .docx',
  'pile/open.xml: is no well-formed XML: in line 2 </TEI> stands where </p> is expected',
  'pile/page.html: is larger than 50 MB: split it into smaller files',
  'pile/row.csv:3: the row has 1 cell, the first row 2: left out',
  'pile/scan.pdf: has no text in it, only pictures: run text recognition (OCR) over it first',
]

it('names each fault of a folder in one line, reads the rest, and exits with 1', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'kronika-bad-'))
  mkdirSync(join(cwd, 'pile'))
  for (const [name, data] of Object.entries(FILES)) writeFileSync(join(cwd, 'pile', name), data)
  for (const name of LARGE) {
    writeFileSync(join(cwd, 'pile', name), '<p>One.</p>')
    truncateSync(join(cwd, 'pile', name), 50_000_001)
  }
  symlinkSync('.', join(cwd, 'pile/loop'))
  const { status, stderr } = await runCommand(['--dry-run', '--report', 'r.json', 'pile'], { cwd })
  expect(stderr.trim().split('\n').sort()).toEqual(LINES)
  expect(status).toBe(1)
  const { documents, skipped }: Report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))
  const entries = documents.map(({ source, entries }) => [
    source,
    entries.timeline + entries.paragraph,
  ])
  expect(Object.fromEntries(entries)).toEqual({
    'deep.html': 1,
    'entity.xml': 1,
    'letter.docx': 1,
    'print.pdf': 1,
    'note.txt': 1,
    'line.jsonl': 2,
    'object.json': 2,
    'row.csv': 2,
  })
  expect(skipped.map(({ source }) => source)).toEqual(['pile/feed.xml'])
}, 120_000)
