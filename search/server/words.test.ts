import type { Meilisearch } from 'meilisearch'
import { beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { EMPTY_STATE } from '../state.ts'
import { search } from './search.ts'
import { collectionOf, entryOf } from './test-collection.ts'

/** Which entries a query's words find, against a naive reading of the same texts. */

const random = seeded()
const WORDS =
  'river council treaty bridge envoy café naïve Đinđić Łódź Straße Ørsted Muʿāwiya coöperate 1998 1999 12,000 F-117 U.S. d’état well-known étude 日本 αβγ Mr. (border) “talks” harvest; camp:'.split(
    ' ',
  )
const STOPS = [' ', ' ', ' ', ', ', '. ', ' – ', ' 👩‍👩‍👧 ']

/** Combining marks as well as letters with theirs. */
const writtenAnyhow = (text: string): string => (random.chance(0.3) ? text.normalize('NFD') : text)

const made = Array.from({ length: 150 }, () =>
  Array.from({ length: random.between(4, 16) }, () =>
    writtenAnyhow(random.pick(WORDS) + random.pick(STOPS)),
  ).join(''),
)
/** To the engine the first has the phrase of the second. */
const texts = [...made, 'it sank, bridge bridge', 'it sank, bridge bridge bridge']

const PLAIN: Record<string, string> = { đ: 'd', ł: 'l', ø: 'o', ß: 'ss' }
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}ʿ]/gu, '')
    .toLowerCase()
    .replace(/[đłøß]/g, (letter) => PLAIN[letter] ?? letter)
const tokens = (text: string): string[] => bare(text).match(/[\p{L}\p{N}]+/gu) ?? []
const hasRow = (text: string, row: string[]): boolean => {
  const there = tokens(text)
  return there.some((_, at) => row.every((word, further) => there[at + further] === word))
}

let client: Meilisearch

beforeAll(async () => {
  client = await collectionOf(texts.map((text, position) => entryOf(position, { text })))
})

async function positions(q: string, exact = false): Promise<number[]> {
  const state = { ...EMPTY_STATE, q, exact, meaning: false, names: false, size: 1000 }
  const { answer } = await search(client, state)
  expect(answer.total, q).toBe(answer.hits.length)
  return answer.hits.map(({ position }) => position).sort((a, b) => a - b)
}

const those = (passes: (text: string) => boolean): number[] =>
  texts.flatMap((text, position) => (passes(text) ? [position] : []))

describe(`the entries that words find (seed ${random.seed})`, () => {
  it('are those with every word, when exact', async () => {
    for (let round = 0; round < 60; round++) {
      const words = Array.from({ length: random.between(1, 4) }, () => random.pick(WORDS))
      const q = words.join(' ')
      const expected = those((text) => words.every((word) => hasRow(text, tokens(word))))
      expect(await positions(q, true), q).toEqual(expected)
    }
  })

  it('are those with the words of a phrase in a row, whatever stands between them', async () => {
    for (let round = 0; round < 80; round++) {
      const written = random.pick(texts).split(' ')
      const at = random.between(0, written.length - 1)
      const phrase = written
        .slice(at, at + random.between(1, 5))
        .join(' ')
        .replace(/[“”]/g, '')
      if (tokens(phrase).length === 0) continue
      const [open, close] = random.pick([
        ['"', '"'],
        ['“', '”'],
        ['„', '“'],
        ['«', '»'],
      ] as const)
      const q = `${open}${random.chance(0.5) ? phrase.toUpperCase() : phrase}${close}`
      const expected = those((text) => hasRow(text, tokens(phrase)))
      expect(await positions(q), q).toEqual(expected)
      const without = those((text) => !hasRow(text, tokens(phrase)))
      expect(await positions(`-${q}`), `-${q}`).toEqual(without)
      const both = those((text) => hasRow(text, ['river']) && !hasRow(text, tokens(phrase)))
      expect(await positions(`river -${q}`), `river -${q}`).toEqual(both)
    }
  })

  it('are those without a phrase that is all that is asked, though a word stands in it twice', async () => {
    const row = ['bridge', 'bridge', 'bridge']
    const q = `-"${row.join(' ')}"`
    const without = those((text) => !hasRow(text, row))
    expect(without).toContain(texts.indexOf('it sank, bridge bridge'))
    expect(await positions(q)).toEqual(without)
    expect(await positions(q, true)).toEqual(without)
  })

  it('begin with the last word, and only with that', async () => {
    const begins = (text: string, beginning: string) =>
      tokens(text).some((word) => word.startsWith(beginning))
    expect(await positions('counc')).toEqual(those((text) => begins(text, 'counc')))
    expect(await positions('river -camp har')).toEqual(
      those((text) => hasRow(text, ['river']) && !hasRow(text, ['camp']) && begins(text, 'har')),
    )
    expect(await positions('counc', true)).toEqual([])
    expect(await positions('harv council', true)).toEqual([])
  })

  it('have every word of a query of more than ten', async () => {
    for (let round = 0; round < 20; round++) {
      const written = [...new Set(random.pick(texts).match(/\p{L}{3,}/gu) ?? [])]
      const more = random.some(
        WORDS.map((word) => tokens(word)[0] ?? ''),
        0.4,
      )
      const words = [...written, ...more].filter((word) => word !== '')
      const expected = those((text) => words.every((word) => hasRow(text, tokens(word))))
      expect(await positions(words.join(' '), true), words.join(' ')).toEqual(expected)
    }
  })
})

describe(`the marks (seed ${random.seed})`, () => {
  /** From where to where a text has some words in a row. */
  const rows = (text: string, row: string[]): [number, number][] => {
    const there = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
    return there.flatMap(({ index }, at) => {
      const words = there.slice(at, at + row.length)
      const last = words.at(-1)
      const same = words.length === row.length && words.every(([w], n) => bare(w) === row[n])
      return same && last !== undefined ? [[index, last.index + last[0].length]] : []
    })
  }
  const merged = (spans: [number, number][]): [number, number][] =>
    spans
      .sort((a, b) => a[0] - b[0])
      .reduce<[number, number][]>((all, [start, end]) => {
        const last = all.at(-1)
        if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end)
        else all.push([start, end])
        return all
      }, [])

  it('are all words of the query, in UTF-16, however many there are', async () => {
    let marked = 0
    for (let round = 0; round < 60; round++) {
      const text = random.pick(texts)
      const written = text.split(' ').filter((word) => /\p{L}|\p{N}/u.test(word))
      const asPhrase = random.chance(0.4)
      const some = asPhrase ? written.slice(0, random.between(2, 4)) : written
      const parts = asPhrase ? [some.join(' ').replace(/[“”"]/g, '')] : some
      const q = asPhrase ? `"${parts[0]}"` : parts.join(' ')
      const state = { ...EMPTY_STATE, q, exact: true, meaning: false, size: 1000 }
      const { hits } = (await search(client, state)).answer
      expect(hits.length, q).toBeGreaterThan(0)
      for (const hit of hits) {
        const expected = merged(parts.flatMap((part) => rows(hit.text, tokens(part))))
        expect(hit.highlights.text, `${q} in ${hit.text}`).toEqual(expected)
        marked++
      }
    }
    expect(marked).toBeGreaterThan(60)
  })

  it('are the words that were not dropped, all of them', async () => {
    const state = { ...EMPTY_STATE, q: 'river council zeppelins', meaning: false, size: 1000 }
    const { hits, relaxed } = (await search(client, state)).answer
    expect(relaxed).toBe(true)
    for (const { text, highlights } of hits) {
      expect(highlights.text).toEqual(merged(['river', 'council'].flatMap((w) => rows(text, [w]))))
    }
  })
})

describe('numbers', () => {
  it('are never another number', async () => {
    for (const [q, beginning] of [
      ['1997', '1997'],
      ['1990', '1990'],
      ['118', '118'],
    ] as const) {
      expect(await positions(q), q).toEqual(those((text) => hasRow(text, [beginning])))
    }
    expect(await positions('1998 1999')).toEqual(
      those((text) => hasRow(text, ['1998']) && hasRow(text, ['1999'])),
    )
  })
})

describe('words that no entry has together', () => {
  const relaxed = async (q: string, exact = false) => {
    const state = { ...EMPTY_STATE, q, exact, meaning: false, names: false, size: 1000 }
    return (await search(client, state)).answer
  }

  it('are dropped, but for phrases and exclusions', async () => {
    const answer = await relaxed('"river council" zeppelins -treaty')
    expect(answer.relaxed).toBe(true)
    const expected = those(
      (text) => hasRow(text, ['river', 'council']) && !hasRow(text, ['treaty']),
    )
    expect(answer.hits.map(({ position }) => position).sort((a, b) => a - b)).toEqual(expected)
  })

  it('are not dropped when exact, nor when there is one', async () => {
    expect(await relaxed('river zeppelins', true)).toMatchObject({ total: 0, relaxed: false })
    expect(await relaxed('zeppelins')).toMatchObject({ total: 0, relaxed: false })
    expect(await relaxed('"no such phrase"')).toMatchObject({ total: 0, relaxed: false })
  })

  it('are dropped one by one, those with dots and numbers too', async () => {
    const answer = await relaxed('U.S. zeppelins')
    expect(answer.relaxed).toBe(true)
    expect(answer.total).toBe(those((text) => hasRow(text, ['u', 's'])).length)
  })
})
