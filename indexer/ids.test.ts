import { describe, expect, it } from 'vitest'
import { documentSlug, entryId } from './ids.ts'

const ENGINE_ID = /^[a-zA-Z0-9_-]{1,511}$/

describe('entryId', () => {
  it('is the document id, 12 characters of base32 and the count among equal texts', () => {
    const first = entryId('page', 'The bridge opens.', 1)
    expect(first).toMatch(/^page-[a-z2-7]{12}$/)
    expect(entryId('page', 'The bridge opens.', 3)).toBe(`${first}-3`)
  })

  it('is the first 60 bits of the SHA-256 in RFC 4648 base32', () => {
    // sha256("abc") = ba7816bf 8f01cfea …
    const bits = [...'ba7816bf8f01cfea'].map((digit) =>
      Number.parseInt(digit, 16).toString(2).padStart(4, '0'),
    )
    const groups = bits.join('').slice(0, 60).match(/.{5}/g) ?? []
    const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
    const expected = groups.map((group) => alphabet[Number.parseInt(group, 2)]).join('')
    expect(entryId('d', 'abc', 1)).toBe(`d-${expected}`)
  })

  it('ignores spacing and composition, not case', () => {
    const id = entryId('d', 'Café  closes', 1)
    expect(entryId('d', ' Cafe\u0301 closes\n', 1)).toBe(id)
    expect(entryId('d', 'café closes', 1)).not.toBe(id)
  })
})

describe('documentSlug', () => {
  it.each([
    ['whitehouse-kosovo.txt', 'whitehouse-kosovo'],
    ['sub/Some File_2.md', 'sub-some-file-2'],
    ['Pécs – Łódź.txt', 'pecs-lodz'],
    ['notes/v1.2 draft', 'notes-v1-2-draft'],
    ['.hidden', 'hidden'],
    ['https://www.example.org/a/Page.html', 'example-org-a-page'],
    ['http://example.org/', 'example-org'],
    ['https://example.org/list?page=2', 'example-org-list-page-2'],
  ])('%s → %s', (source, slug) => {
    expect(documentSlug(source)).toBe(slug)
  })

  it('is never empty, and tells names without Latin letters apart', () => {
    const [one, two] = [documentSlug('летопись.txt'), documentSlug('хроника.txt')]
    expect(one).toMatch(/^document-[a-z2-7]{12}$/)
    expect(one).not.toBe(two)
  })

  it('is cut at about 200 characters without two long paths becoming one', () => {
    const long = 'folder/'.repeat(60)
    const [one, two] = [documentSlug(`${long}a.txt`), documentSlug(`${long}b.txt`)]
    expect(one).not.toBe(two)
    for (const slug of [one, two]) {
      expect(slug.length).toBeLessThanOrEqual(200)
      expect(entryId(slug, 'text', 12345)).toMatch(ENGINE_ID)
    }
  })
})
