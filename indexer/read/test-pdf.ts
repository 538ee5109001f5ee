import { deflateSync } from 'node:zlib'

/** A line of text on a page of 600 by 800 points: x, y from the top, size. */
export type TestLine = [text: string, x: number, y: number, size?: number, font?: 'plain' | 'bold']

export type TestPdf = {
  pages: TestLine[][]
  title?: string
  /** Titles with the number of their page, from 1. */
  outline?: [title: string, page: number][]
  /** As if a password were needed. */
  locked?: boolean
  /** Instead of the first page's operators. */
  content?: Uint8Array
}

const HEIGHT = 800

/** A PDF 1.4 with the standard fonts, in which nothing but text is. */
export function pdfOf({
  pages,
  title,
  outline = [],
  locked = false,
  content,
}: TestPdf): Uint8Array {
  const objects: Buffer[] = []
  const add = (text: string | Buffer): number => objects.push(Buffer.from(text))
  const catalog = add('')
  const tree = add('')
  const font = (name: string): number =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
  const plain = font('Times-Roman')
  const bold = font('Times-Bold')
  const sheets = pages.map((lines, index) => {
    const operators = windows1252(lines.map(operatorsOf).join('\n'))
    const packed = deflateSync(index === 0 && content !== undefined ? content : operators)
    const stream = add(
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    )
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 ${HEIGHT}] /Contents ${stream} 0 R /Resources << /Font << /plain ${plain} 0 R /bold ${bold} 0 R >> >> >>`,
    )
  })
  const kids = sheets.map((sheet) => `${sheet} 0 R`).join(' ')
  objects[tree - 1] = Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`)
  const root = objects.length + 1
  if (outline.length > 0) {
    add(`<< /Type /Outlines /First ${root + 1} 0 R /Last ${root + outline.length} 0 R >>`)
    for (const [at, [name, page]] of outline.entries()) {
      const next = at + 1 < outline.length ? `/Next ${root + at + 2} 0 R` : ''
      add(
        `<< /Title (${escaped(name)}) /Parent ${root} 0 R ${next} /Dest [${sheets[page - 1]} 0 R /Fit] >>`,
      )
    }
  }
  const outlines = outline.length > 0 ? `/Outlines ${root} 0 R` : ''
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R ${outlines} >>`)
  const trailer = [`/Root ${catalog} 0 R`]
  if (title !== undefined) trailer.push(`/Info ${add(`<< /Title (${escaped(title)}) >>`)} 0 R`)
  if (locked) {
    const key = `<${'00'.repeat(32)}>`
    const lock = add(`<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`)
    trailer.push(`/Encrypt ${lock} 0 R`, `/ID [<00> <00>]`)
  }
  return fileOf(objects, trailer)
}

function operatorsOf([text, x, y, size = 10, font = 'plain']: TestLine): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped(text)}) Tj ET`
}

const SIGNS: Record<string, number> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
}

const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => SIGNS[sign] ?? sign.charCodeAt(0)))

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

function fileOf(objects: Buffer[], trailer: string[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const put = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    offsets.push(length)
    put(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  }
  const start = length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`))
  put(
    Buffer.from(`trailer\n<< /Size ${size} ${trailer.join(' ')} >>\nstartxref\n${start}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** A text set in lines of so many letters, from a place downwards. */
export function column(
  text: string,
  x: number,
  y: number,
  letters: number,
  pitch = 12,
): TestLine[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map((line, at): TestLine => [line, x, y + at * pitch])
}
