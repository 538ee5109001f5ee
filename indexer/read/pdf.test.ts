import { describe, expect, it } from 'vitest'
import { SourceError } from '../errors.ts'
import { openPdf } from './pdf.ts'
import { readPdfSource } from './pdf-source.ts'
import { column, pdfOf, type TestLine, type TestPdf } from './test-pdf.ts'

const DAY = /^\d{1,2} \p{L}+ \d{4}/u
const dates = {
  isDate: (text: string) => /^\d{1,2} \p{L}+ \d{4}$|^\p{L}+ \d{4}$|^\d{4}$/u.test(text),
  isDay: (text: string) => new RegExp(`${DAY.source}$`, 'u').test(text),
  startsWithDate: (text: string) => DAY.test(text),
  beginsEntry: () => false,
  beginsWithName: () => false,
}

const read = async (pdf: TestPdf) => (await openPdf(pdfOf(pdf))).read(dates)

async function shown(pdf: TestPdf): Promise<string[]> {
  return (await read(pdf)).blocks.map((block) =>
    block.kind === 'heading'
      ? `${'#'.repeat(block.level)} ${block.text}`
      : `${block.kind}: ${block.text}`,
  )
}

const PROSE =
  'The harbour froze in the night and the keeper of the light went down to the quay with a lantern. He found no vessel there and wrote so in the log that lies before us now. The council met on the next day and asked the government for a ship that breaks the ice.'
const OTHER =
  'A second paragraph follows the first and tells of the spring, when the timber came down the river again and the merchants opened their houses. Nobody had counted on so long a winter and the stores were empty.'

/** Paragraphs of full lines, with gaps between them. */
function pageOf(paragraphs: string[], from = 100): TestLine[] {
  let y = from
  return paragraphs.flatMap((paragraph) => {
    const lines = column(paragraph, 60, y, 90)
    y += lines.length * 12 + 10
    return lines
  })
}

describe('openPdf', () => {
  it('joins the lines of paragraphs, and takes pages for sections where nothing else parts them', async () => {
    expect(await shown({ pages: [pageOf([PROSE, OTHER])] })).toEqual([
      '## Page 1',
      `paragraph: ${PROSE}`,
      `paragraph: ${OTHER}`,
    ])
  })

  it('joins words that were parted at the end of a line', async () => {
    const lines: TestLine[] = [
      ['The harbour was closed by the council until the ship of the govern-', 60, 100],
      ['ment had broken the ice.', 60, 112],
    ]
    expect((await shown({ pages: [lines] })).at(-1)).toBe(
      'paragraph: The harbour was closed by the council until the ship of the government had broken the ice.',
    )
  })

  it('reads on from page to page', async () => {
    const lines = column(PROSE, 60, 700, 90)
    const second: TestLine[] = lines.slice(2).map(([text, x], at) => [text, x, 60 + at * 12])
    const pages = [lines.slice(0, 2), [...second, ...pageOf([OTHER])]]
    expect(await shown({ pages })).toEqual([
      '## Page 1',
      `paragraph: ${PROSE}`,
      '## Page 2',
      `paragraph: ${OTHER}`,
    ])
  })

  it('leaves out what stands above and below the text of each page, and lists it', async () => {
    const pages = [1, 2, 3].map((page): TestLine[] => [
      ['The Island Chronicle', 60, 40, 8],
      ...pageOf([PROSE.replaceAll('the', 'thabc'.slice(0, 2 + page))]),
      [`- ${page} -`, 290, 770, 8],
    ])
    const { blocks, leftOut } = await read({ pages })
    expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(3)
    expect(leftOut.map(({ text, line }) => `${line} ${text}`).sort()).toEqual([
      '1 - 1 -',
      '1 The Island Chronicle',
      '2 - 2 -',
      '2 The Island Chronicle',
      '3 - 3 -',
      '3 The Island Chronicle',
    ])
  })

  it('keeps the dates that head each page of a diary', async () => {
    const pages = [1, 2, 3].map((day): TestLine[] => [
      [`${day} May 1901`, 60, 40, 14, 'bold'],
      ...pageOf([PROSE.replaceAll('the', 'thabc'.slice(0, 2 + day))]),
    ])
    const headings = (await shown({ pages })).filter((block) => block.startsWith('#'))
    expect(headings).toEqual(['## 1 May 1901', '## 2 May 1901', '## 3 May 1901'])
  })

  it('reads one column after the other', async () => {
    const left = [...Array(3)].map((_, at) => PROSE.replace('harbour', `north${at}`)).join(' ')
    const right = [...Array(3)].map((_, at) => PROSE.replace('harbour', `south${at}`)).join(' ')
    const lines = [...column(left, 60, 140, 48), ...column(right, 320, 143, 48)]
    const title: TestLine = [
      'The Harbours of the Island in the Long Winter of the Year',
      60,
      80,
      18,
      'bold',
    ]
    const text = (await shown({ pages: [[title, ...lines]] })).join(' ')
    expect(text).toContain('# The Harbours of the Island in the Long Winter of the Year')
    const names = ['north0', 'north1', 'north2', 'south0', 'south1', 'south2']
    expect(text.match(/(?:north|south)\d/g)).toEqual(names)
    for (const sentence of left.split(/(?<=\.) /)) expect(text).toContain(sentence)
  })

  it('makes rows of a table of dates, wherever the date stands beside its text', async () => {
    const lines: TestLine[] = [
      ...column(PROSE, 160, 100, 70),
      ['3 May 1901', 60, 100 + 12 * 1.5],
      ['4 May 1901', 60, 170],
      ['It closed.', 160, 170],
      ['12', 60, 190],
      ['September', 60, 202],
      ['1901', 60, 214],
      ['It was sold.', 160, 202],
    ]
    expect((await shown({ pages: [lines] })).slice(1)).toEqual([
      `table row: 3 May 1901 · ${PROSE}`,
      'table row: 4 May 1901 · It closed.',
      'table row: 12 September 1901 · It was sold.',
    ])
  })

  it('parts the lines of a timeline, wrapped ones joined', async () => {
    const entries = [`3 May 1901: ${PROSE}`, '4 May 1901: It closed.', `5 May 1901: ${OTHER}`]
    let y = 100
    const lines = entries.flatMap((entry) => {
      const own = column(entry, 60, y, 90)
      y += own.length * 12
      return own
    })
    expect((await shown({ pages: [lines] })).slice(1)).toEqual(
      entries.map((entry) => `paragraph: ${entry}`),
    )
  })

  it('tells headings by their type, and dates that are set as such', async () => {
    const lines: TestLine[] = [
      ['Chronicle of the Light', 60, 50, 20, 'bold'],
      ['The North Side', 60, 90, 14, 'bold'],
      ['May 1901', 60, 120, 10, 'bold'],
      ...pageOf([PROSE], 140),
      ['The South Side', 60, 250, 14, 'bold'],
      ...pageOf([OTHER], 280),
    ]
    expect(await shown({ pages: [lines] })).toEqual([
      '# Chronicle of the Light',
      '## The North Side',
      '### May 1901',
      `paragraph: ${PROSE}`,
      '## The South Side',
      `paragraph: ${OTHER}`,
    ])
  })

  it('takes headings from the outline', async () => {
    const lines: TestLine[] = [['The North Side', 60, 60], ...pageOf([PROSE])]
    const second: TestLine[] = [['The South Side', 60, 60], ...pageOf([OTHER])]
    const outline: [string, number][] = [
      ['The North Side', 1],
      ['The South Side', 2],
    ]
    expect(await shown({ pages: [lines, second], outline })).toEqual([
      '## The North Side',
      `paragraph: ${PROSE}`,
      '## The South Side',
      `paragraph: ${OTHER}`,
    ])
  })

  it('keeps the numbers of notes apart from the years before them', async () => {
    const lines: TestLine[] = [
      ['The ship came in 1901', 60, 100],
      ['2', 148, 96, 6],
      ['and left in the spring of the same year with all hands on board and a cargo.', 155, 100],
      ...pageOf([PROSE], 130),
    ]
    expect((await shown({ pages: [lines] })).at(1)).toContain('in 1901 and left')
  })

  it('takes the title of the properties, unless it is the name of a file', async () => {
    const pages = [pageOf([PROSE])]
    expect((await read({ pages, title: 'The Long Winter' })).title).toBe('The Long Winter')
    expect((await read({ pages, title: 'winter.docx' })).title).toBeNull()
  })

  it('says which page has no text', async () => {
    const { findings } = await read({ pages: [pageOf([PROSE]), []] })
    expect(findings).toEqual([expect.objectContaining({ line: 2 })])
  })
})

describe('openPdf refuses', () => {
  const sound = pdfOf({ pages: [pageOf([PROSE])] })

  it.each<[string, Uint8Array, string]>([
    [
      'no text',
      pdfOf({ pages: [[], []] }),
      'has no text in it, only pictures: run text recognition',
    ],
    [
      'a password',
      pdfOf({ pages: [pageOf([PROSE])], locked: true }),
      'is protected with a password',
    ],
    ['garbage', Buffer.from('nothing of the kind'), 'is no PDF, or damaged or cut off ('],
    ['nothing', new Uint8Array(), 'is empty'],
    ['the head alone', sound.subarray(0, 300), 'is no PDF, or damaged or cut off ('],
  ])('%s', async (_, bytes, message) => {
    const error = await openPdf(bytes).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as Error).message).toContain(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('what takes too long, or more memory than it may, and leaves no thread', async () => {
    const content = Buffer.alloc(250_000_000, 'q Q ')
    const bomb = pdfOf({ pages: [[]], content })
    const limits = { deadlineMs: 60_000, maxBytes: 150_000_000, maxHeapMb: 256 }
    await expect(readPdfSource(bomb, limits)).rejects.toThrow('needs too much memory')
    await expect(readPdfSource(bomb, { ...limits, deadlineMs: 1 })).rejects.toThrow(
      'was not read within',
    )
  })
})
