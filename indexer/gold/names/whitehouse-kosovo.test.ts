import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseAuthority } from '../../actors/authority.ts'
import { parseDocument } from '../../parse.ts'
import { wholeOf } from '../../parsed.ts'

const PROJECT = join(import.meta.dirname, '../../..')
/** A saved copy of the page, which is not part of the repository. */
const PAGE = process.env.WHITEHOUSE_PAGE ?? join(PROJECT, '../shared/corpus/whitehouse-kosovo.txt')

it.skipIf(!existsSync(PAGE))('finds the actors of the White House page', async () => {
  const read = (path: string) => readFileSync(path, 'utf8')
  const { authority } = parseAuthority(read(join(PROJECT, 'data/actors.yaml')), 'actors.yaml')
  const source = { id: 'page', source: 'page.txt', format: 'txt', text: read(PAGE) } as const
  const { entries } = await wholeOf(await parseDocument(source, authority))
  const gold: Record<string, string[]> = parse(
    read(join(import.meta.dirname, 'whitehouse-kosovo.yaml')),
  )
  expect(entries.map(({ entry: { id } }) => id.slice('page-'.length))).toEqual(Object.keys(gold))
  const found = entries.flatMap(({ entry }) => entry.actors.map(({ id }) => `${entry.id} ${id}`))
  const expected = Object.entries(gold).flatMap(([hash, ids]) =>
    ids.map((id) => `page-${hash} ${id}`),
  )
  const right = found.filter((one) => expected.includes(one)).length
  const [precision, recall] = [right / found.length, right / expected.length]
  console.log(`White House page: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.95)
})
