import { describe, expect, it } from 'vitest'
import { SourceError } from '../errors.ts'
import { openDocx } from './docx.ts'
import { docxOf, item, type TestDocx, w } from './test-docx.ts'
import { zipOf } from './test-zip.ts'

const isDate = (text: string): boolean => /^\d{1,2} \p{L}+ \d{4}$/u.test(text)
const dates = {
  isDate,
  isDay: isDate,
  startsWithDate: (text: string) => /^\d{1,2} \p{L}+ \d{4}\b/u.test(text),
  beginsEntry: () => false,
  beginsWithName: () => false,
}

async function read(docx: TestDocx) {
  return (await openDocx(docxOf(docx))).read(dates)
}

async function shown(docx: TestDocx): Promise<string[]> {
  const { blocks } = await read(docx)
  return blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`
    if (block.kind === 'list item')
      return `${' '.repeat(block.depth)}${block.mark || '1.'} ${block.text}`
    return `${block.kind}: ${block.text}`
  })
}

const run = (inside: string): string => `<w:r>${inside}</w:r>`
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${w(text)}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const box = (inside: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`

describe('openDocx', () => {
  it.each<[string, string, string[]]>([
    [
      'headings by style, by what a style is based on, and by their own level',
      `${w('Harbour', 'Title')}${w('North', 'Chapter')}${w('One.')}<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${run('<w:t>Quay</w:t>')}</w:p>${w('Two.')}`,
      ['# Harbour', '## North', 'paragraph: One.', '### Quay', 'paragraph: Two.'],
    ],
    [
      'headings without a title below it',
      `${w('North', 'Heading1')}${w('One.')}${w('South', 'Heading1')}${w('Two.')}`,
      ['## North', 'paragraph: One.', '## South', 'paragraph: Two.'],
    ],
    [
      'lists',
      `${item('first', 1)}${item('inner', 1, 1)}${item('counted', 2)}`,
      ['• first', ' • inner', '1. counted'],
    ],
    [
      'runs, breaks, tabs, hyphens and fields',
      `<w:p>${run('<w:t xml:space="preserve">The </w:t>')}${run('<w:t>ha</w:t>')}${run('<w:t>rbour</w:t><w:tab/><w:t>froze</w:t><w:br/><w:t>re</w:t><w:noBreakHyphen/><w:t>opened</w:t>')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>PAGE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}<w:hyperlink r:id="x">${run('<w:t xml:space="preserve"> in May</w:t>')}</w:hyperlink></w:p>`,
      ['paragraph: The harbour froze re-opened in May'],
    ],
    [
      'a text with its changes accepted',
      `<w:p>${run('<w:t xml:space="preserve">The old </w:t>')}<w:del>${run('<w:delText>wooden</w:delText>')}</w:del><w:ins>${run('<w:t>stone</w:t>')}</w:ins><w:moveFrom>${run('<w:t>moved</w:t>')}</w:moveFrom>${run('<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>')}${run('<w:t xml:space="preserve"> quay.</w:t>')}</w:p>`,
      ['paragraph: The old stone quay.'],
    ],
    [
      'a paragraph whose end was deleted',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('<w:t xml:space="preserve">One </w:t>')}</w:p>${w('line.')}${w('Next.')}`,
      ['paragraph: One line.', 'paragraph: Next.'],
    ],
    [
      'a table of dates, and the row of its names',
      `<w:tbl>${row(cell('Date'), cell('Event'))}${row(cell('3 May 1901'), cell('The quay opens.'))}</w:tbl>`,
      ['table row: 3 May 1901 · The quay opens.'],
    ],
    [
      'a date that stands beside several rows',
      `<w:tbl>${row(cell('3 May 1901', '<w:vMerge w:val="restart"/>'), cell('One.'))}${row(cell('', '<w:vMerge/>'), cell('Two.'))}${row(cell('4 May 1901'), cell('Three.'))}</w:tbl>`,
      [
        'table row: 3 May 1901 · One.',
        'table row: 3 May 1901 · Two.',
        'table row: 4 May 1901 · Three.',
      ],
    ],
    [
      'lists within the cells of a table',
      `<w:tbl>${row(cell('3 May 1901'), `<w:tc>${item('One.', 1)}${item('Two.', 1)}</w:tc>`)}</w:tbl>`,
      ['table row: 3 May 1901 · One. Two.'],
    ],
    [
      'a frame around text as text',
      `<w:tbl><w:tr><w:tc>${w('North', 'Heading2')}${w('One.')}</w:tc></w:tr></w:tbl>`,
      ['### North', 'paragraph: One.'],
    ],
    [
      'a text box once, after the paragraph beside which it stands',
      `<w:p>${run(box(w('In the box.')))}${run('<w:t>Around it.</w:t>')}</w:p>${w('Below.')}`,
      ['paragraph: Around it.', 'paragraph: In the box.', 'paragraph: Below.'],
    ],
    [
      'bold labels as headings that nobody marked',
      `<w:p>${run('<w:rPr><w:b/></w:rPr><w:t>Early Years</w:t>')}</w:p>${w('A sentence stands here.')}`,
      ['# Early Years', 'paragraph: A sentence stands here.'],
    ],
    [
      'quotations',
      `${w('He wrote:')}${w('The harbour is closed.', 'Quote')}${w('Then he left. '.repeat(9))}`,
      [
        'paragraph: He wrote:',
        'quotation: The harbour is closed.',
        `paragraph: ${'Then he left. '.repeat(9).trim()}`,
      ],
    ],
    [
      'no entity',
      w('It says &lt;b&gt; &amp; &other; here.'),
      ['paragraph: It says <b> & &other; here.'],
    ],
  ])('reads %s', async (_, body, blocks) => {
    expect(await shown({ body })).toEqual(blocks)
  })

  it('puts a note at the end of the section that refers to it', async () => {
    const reference = run('<w:footnoteReference w:id="2"/>')
    const body = `${w('A', 'Heading1')}<w:p>${run('<w:t>One</w:t>')}${reference}${run('<w:t>.</w:t>')}</w:p>${w('Two.')}${w('B', 'Heading1')}${w('Three.')}`
    const footnotes = `<w:footnote w:type="separator" w:id="0">${w('never')}</w:footnote><w:footnote w:id="2">${w('A note.')}</w:footnote>`
    expect(await shown({ body, footnotes })).toEqual([
      '## A',
      'paragraph: One.',
      'paragraph: Two.',
      'paragraph: A note.',
      '## B',
      'paragraph: Three.',
    ])
  })

  it('lists what is no text of the document', async () => {
    const { leftOut } = await read({
      body: `${w('Contents 3', 'TOC1')}<w:p><w:del>${run('<w:delText>gone</w:delText>')}</w:del></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${w('Click here')}</w:sdtContent></w:sdt>${w('Text.')}`,
      comments: `<w:comment w:id="1">${w('Is that so?')}</w:comment>`,
      header: w('Draft'),
    })
    expect(leftOut.map(({ text, reason }) => [reason, text]).sort()).toEqual([
      ['comment', 'Is that so?'],
      ['deleted', 'gone'],
      ['header or footer', 'Draft'],
      ['navigation', 'Contents 3'],
      ['placeholder', 'Click here'],
    ])
  })

  it.each([
    ['The Sea Wall', 'The Sea Wall'],
    ['', null],
    ['Microsoft Word - wall.doc', null],
  ])('takes the title of the properties: %j', async (title, expected) => {
    expect((await read({ body: w('One.'), title })).title).toBe(expected)
  })

  it('counts places in paragraphs', async () => {
    const { blocks } = await read({ body: `${w('One.')}<w:p/>${w('Three.')}` })
    expect(blocks.map(({ line }) => line)).toEqual([1, 3])
  })
})

describe('openDocx refuses', () => {
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
  const document = (inside: string) => ({ name: 'word/document.xml', data: inside })
  const bomb = Buffer.alloc(120_000_000, ' ')

  it.each<[string, Uint8Array, string]>([
    [
      'a zip bomb',
      docxOf({ body: '', parts: [{ ...document(''), data: bomb }] }),
      'unpacks to more',
    ],
    [
      'a zip bomb that says it is small',
      docxOf({ body: '', parts: [{ ...document(''), data: bomb, claimedBytes: 1000 }] }),
      'is damaged or cut off (word/document.xml: too many bytes',
    ],
    ['parts that overlap', overlapping(docxOf({ body: w('One.') })), 'overlaps another part'],
    [
      'two documents in one',
      docxOf({ body: '', parts: [document('<a/>'), document('<b/>')] }),
      'it holds word/document.xml twice',
    ],
    ['no document', zipOf([{ name: 'xl/workbook.xml', data: '<x/>' }]), 'is no Word document'],
    [
      'an encrypted part',
      docxOf({ body: '', parts: [{ ...document('<a/>'), encrypted: true }] }),
      'is protected with a password',
    ],
    [
      'an encrypted document',
      Buffer.concat([latin('\xd0\xcf\x11\xe0'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'is protected with a password',
    ],
    ['a .doc', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'is an old Word document (.doc)'],
    ['RTF', latin('{\\rtf1 text}'), 'is RTF'],
    ['other bytes', latin('nothing'), 'is no Word document, whatever its name says'],
    ['nothing', latin(''), 'is empty'],
    ['half a file', docxOf({ body: w('One.') }).subarray(0, 1500), 'is damaged or cut off ('],
    [
      'a wrong checksum',
      docxOf({ body: '', parts: [{ ...document('<a/>'), checksum: 1 }] }),
      'word/document.xml is not what its checksum says',
    ],
    [
      'broken XML',
      docxOf({ body: '', parts: [document('<a>\n<b></a>')] }),
      'is damaged: word/document.xml is no well-formed XML: in line 2',
    ],
    [
      'text boxes without end',
      docxOf({ body: nested(5000) }),
      'nests text boxes more than 20 deep',
    ],
  ])('%s', async (_, bytes, message) => {
    const error = await openDocx(bytes).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as Error).message).toContain(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('nothing that is nested in another way', async () => {
    const deep = 50_000
    const body = `${'<w:sdt><w:sdtContent>'.repeat(deep)}${w('Deep.')}${'</w:sdtContent></w:sdt>'.repeat(deep)}`
    expect(await shown({ body })).toEqual(['paragraph: Deep.'])
  })
})

/** Text boxes in text boxes. */
function nested(deep: number): string {
  const open = '<w:p><w:r><w:pict><w:txbxContent>'
  const close = '</w:txbxContent></w:pict></w:r></w:p>'
  return open.repeat(deep) + w('Deep.') + close.repeat(deep)
}

/** The last part that is listed is said to begin where the one before it does. */
function overlapping(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const last = bytes.lastIndexOf('PK\x01\x02')
  const before = bytes.lastIndexOf('PK\x01\x02', last - 1)
  bytes.writeUInt32LE(bytes.readUInt32LE(before + 42), last + 42)
  return bytes
}
