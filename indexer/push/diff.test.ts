import { describe, expect, it } from 'vitest'
import type { ParsedEntry } from '#schema/entry'
import { diffChunk, type StoredEntry } from './diff.ts'
import { draftRecord } from './records.ts'

const draft = (text: string, position: number, title = 'T') => {
  const entry: ParsedEntry = {
    id: `d-${text}`,
    kind: 'paragraph',
    text,
    document: { id: 'd', title, source: 'd.txt' },
    section: null,
    position,
    place: null,
    date: null,
    mentions: [],
    actors: [],
  }
  return draftRecord({ entry, margin: '' })
}
const drafts = (texts: string, title?: string) =>
  [...texts].map((text, position) => draft(text, position, title))

/** What an engine would do with a diff. */
function apply(stored: Map<string, StoredEntry>, texts: string, version: number, title?: string) {
  const { records, upserts, changes } = diffChunk(drafts(texts, title), stored, version)
  for (const record of upserts) stored.set(record.id, record)
  const ids = new Set(records.map(({ id }) => id))
  const vanished = [...stored.keys()].filter((id) => !ids.has(id))
  for (const id of vanished) stored.delete(id)
  return { records, upserts, changes: { ...changes, removed: vanished.length } }
}

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

describe('diffChunk', () => {
  it(`leaves the collection as a fresh one would be, whatever came before (SEED=${seed})`, () => {
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return (state >>> 8) % below
    }
    const stored = new Map<string, StoredEntry>()
    let held = new Map<string, string>()
    for (let version = 1; version <= 200; version++) {
      const letters = [...'abcdefgh'].filter(() => random(3) > 0)
      const texts = letters.sort(() => random(2) - 1).join('')
      const { records, upserts, changes } = apply(stored, texts, version)

      expect(new Set(stored.keys())).toEqual(new Set([...texts].map((text) => `d-${text}`)))
      for (const record of records) expect(stored.get(record.id)).toMatchObject({ ...record })
      expect(changes.added).toBe([...texts].filter((text) => !held.has(text)).length)
      expect(changes.removed).toBe([...held.keys()].filter((text) => !texts.includes(text)).length)
      expect(upserts).toHaveLength(changes.added + changes.changed + changes.moved)
      for (const { text, addedIn, changedIn } of records) {
        expect(addedIn).toBe(changedIn)
        expect(addedIn === version).toBe(!held.has(text))
      }
      expect(apply(stored, texts, version + 1).upserts).toEqual([])
      held = new Map([...texts].map((text) => [text, text]))
    }
  })

  it('pushes what an insertion has moved, without calling it changed', () => {
    const stored = new Map<string, StoredEntry>()
    apply(stored, 'abc', 1)
    const { upserts, changes, records } = apply(stored, 'axbc', 2)
    expect(changes).toEqual({ added: 1, changed: 0, moved: 2, removed: 0, unchanged: 1 })
    expect(upserts.map(({ text, position }) => [text, position])).toEqual([
      ['x', 1],
      ['b', 2],
      ['c', 3],
    ])
    expect(records.map(({ addedIn, changedIn }) => [addedIn, changedIn])).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [1, 1],
    ])
  })

  it('keeps the version in which a changed entry came', () => {
    const stored = new Map<string, StoredEntry>()
    apply(stored, 'ab', 1)
    const { changes, records } = apply(stored, 'ba', 5, 'New title')
    expect(changes).toMatchObject({ changed: 2, moved: 0 })
    expect(records.map(({ addedIn, changedIn }) => [addedIn, changedIn])).toEqual([
      [1, 5],
      [1, 5],
    ])
  })

  it('does not mind the order in which fields were set', () => {
    const { document, ...rest } = draft('a', 0)
    const turned = Object.fromEntries(Object.entries({ document, ...rest }).reverse())
    expect(draftRecord({ entry: turned as never, margin: '' }).fingerprint).toBe(
      draftRecord({ entry: { ...rest, document }, margin: '' }).fingerprint,
    )
  })
})
