import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_AUTHORITY } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'
import { readDocument } from './read.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kronika-read-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT =
  'A log of the wall\n\n- 10 June 1999: The wall breaks.\n- 11 June 1999: It is mended.\n'

/** Parses a file in pieces, which something happens to before its entries are read. */
async function parse(format: 'txt' | 'md', happens: (path: string) => void) {
  const path = join(folder, `log.${format}`)
  writeFileSync(path, TEXT)
  const planned = { id: 'log', source: `log.${format}`, shown: path, from: { path, format } }
  const signal = new AbortController().signal
  const read = await readDocument(planned, { allowPrivate: false, signal, piecesFrom: 1 })
  if ('reason' in read) throw new Error(read.reason)
  try {
    const { isSmall: _, ...source } = read.source as typeof read.source & { isSmall?: boolean }
    const parsed = await parseDocument(source as typeof read.source, EMPTY_AUTHORITY)
    happens(path)
    return await wholeOf(parsed)
  } finally {
    await read.close()
  }
}

describe.each(['txt', 'md'] as const)('a .%s that is read in pieces', (format) => {
  it('gives its entries', async () => {
    const { entries } = await parse(format, () => {})
    expect(entries.map(({ entry }) => entry.date?.edtf)).toEqual(['1999-06-10', '1999-06-11'])
  })

  it.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['is cut off', (path: string) => truncateSync(path, 20)],
  ])('is named when it %s meanwhile', async (_, happens) => {
    await expect(parse(format, happens)).rejects.toThrow('changed while it was read: try again')
  })
})
