import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '#schema/indexes'
import { removedDocuments } from './removal.ts'
import type { Root } from './source/list.ts'

const stored = (id: string, root: string): DocumentRecord => ({
  id: `document-${id}`,
  type: 'document',
  document: { id, title: id, source: `${id}.txt` },
  root,
  rootDigest: '',
  entries: { timeline: 0, paragraph: 1 },
})

const root = (key: string, ids: string[], more: Partial<Root> = {}): Root => ({
  key,
  kind: 'folder',
  shown: key,
  documents: ids.map((id) => ({ id, source: id, shown: id, from: { path: id, format: 'txt' } })),
  skipped: [],
  complete: true,
  ...more,
})

const STORED = [stored('a', 'n'), stored('b', 'n'), stored('x', 'm'), stored('y', 'page.txt')]
const removed = (roots: Root[], read: string[], replace: boolean) =>
  removedDocuments(STORED, { roots, problems: [] }, new Set(read), replace)

describe('removedDocuments', () => {
  it('removes what is gone from a folder, and nothing of other sources', () => {
    expect(removed([root('n', ['a'])], ['a'], false)).toEqual(['b'])
  })

  it('keeps what is still there but could not be read this time', () => {
    expect(removed([root('n', ['a', 'b'])], ['a'], false)).toEqual([])
    expect(removed([root('n', ['a', 'b'])], ['a'], true)).toEqual(['x', 'y'])
  })

  it('keeps everything of a folder that could not be listed', () => {
    expect(removed([root('n', [], { complete: false })], [], false)).toEqual([])
    const roots = [root('n', [], { complete: false }), root('m', ['x'])]
    expect(removed(roots, ['x'], true)).toEqual(['y'])
  })

  it('keeps a document that came from elsewhere this time', () => {
    expect(removed([root('n', []), root('other', ['b'])], ['b'], false)).toEqual(['a'])
  })

  it('leaves what a file or a glob no longer names, unless it replaces', () => {
    const glob = root('n', ['a'], { kind: 'glob' })
    expect(removed([glob], ['a'], false)).toEqual([])
    expect(removed([glob], ['a'], true)).toEqual(['b', 'x', 'y'])
  })
})
