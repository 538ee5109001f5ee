import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ACCEPTED } from './formats.ts'
import { type Listing, listSources } from './list.ts'

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'kronika-list-'))
})

function files(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), 'text')
  }
}

const list = (...sources: string[]): Promise<Listing> =>
  listSources(sources, { cwd: project, project })

const ids = ({ roots }: Listing) => roots.flatMap(({ documents }) => documents.map(({ id }) => id))
const problems = (listing: Listing) => listing.problems.map((p) => `${p.source}: ${p.reason}`)

describe('listSources', () => {
  it('lists a folder sorted, and says what it leaves alone', async () => {
    files('n/b.md', 'n/a.txt', 'n/Z.TXT', 'n/sub/c.txt', 'n/sub/README.md', 'n/.git/x.txt')
    files('n/actors.yaml', 'n/photo.JPG', 'n/Makefile')
    const listing = await list('n/')
    const [root] = listing.roots
    expect(root).toMatchObject({ key: 'n', kind: 'folder', complete: true })
    expect(root?.documents.map(({ id, source, shown }) => [id, source, shown])).toEqual([
      ['z', 'Z.TXT', 'n/Z.TXT'],
      ['a', 'a.txt', 'n/a.txt'],
      ['b', 'b.md', 'n/b.md'],
      ['sub-c', 'sub/c.txt', 'n/sub/c.txt'],
    ])
    expect(root?.skipped).toEqual([
      { source: 'n/.git', reason: 'a dot file' },
      { source: 'n/Makefile', reason: 'a file without extension' },
      { source: 'n/actors.yaml', reason: 'actors.yaml' },
      { source: 'n/photo.JPG', reason: '.jpg is not read' },
      { source: 'n/sub/README.md', reason: 'README.md' },
    ])
    expect(listing.problems).toEqual([])
  })

  it('names a single file by its name alone', async () => {
    files('deep/er/page.txt', 'deep/README.md')
    const listing = await list(join(project, 'deep/er/page.txt'), 'deep/README.md')
    expect(ids(listing)).toEqual(['page', 'readme'])
    expect(listing.roots.map(({ key }) => key)).toEqual(['deep/er/page.txt', 'deep/README.md'])
    expect(listing.roots[0]?.documents[0]?.source).toBe('page.txt')
  })

  it('names the files of a glob by their path below its fixed part', async () => {
    files('n/2024/a.txt', 'n/2025/a.txt', 'n/2025/b.tiff', 'n/top.txt')
    const listing = await list('n/20*/*')
    expect(ids(listing)).toEqual(['2024-a', '2025-a'])
    expect(listing.roots[0]).toMatchObject({
      key: 'n/20*/*',
      kind: 'glob',
      skipped: [{ source: 'n/2025/b.tiff', reason: '.tiff is not read' }],
    })
  })

  it('prefers a file whose name looks like a pattern', async () => {
    files('notes [1].txt', 'notes 1.txt')
    expect(ids(await list('notes [1].txt'))).toEqual(['notes-1'])
  })

  it('says nothing of the machine about a path outside the project', async () => {
    const listing = await listSources([project], { cwd: project, project: join(project, 'p') })
    expect(listing.roots[0]?.key).toMatch(/^outside-[0-9a-f]{16}$/)
  })

  it.each([[['n', 'm', 'n/a b.txt']], [['m', 'n/a b.txt', 'n']], [['n/a b.txt', 'n', 'm']]])(
    'gives documents of one name ids with their extensions, in any order: %j',
    async (sources) => {
      files('n/a b.txt', 'n/a-b.md', 'm/a_b.pdf')
      const listing = await list(...sources)
      const idOf = listing.roots.flatMap(({ documents }) =>
        documents.map(({ id, source }) => [source, id]),
      )
      expect(Object.fromEntries(idOf)).toEqual({
        'a b.txt': 'a-b',
        'a-b.md': 'a-b-md',
        'a_b.pdf': 'a-b-pdf',
      })
      expect(idOf).toHaveLength(3)
      expect(problems(listing)).toEqual([])
    },
  )

  it('keeps the id of a document that is named like another with its extension', async () => {
    files('n/a.pdf', 'n/a.txt', 'n/a txt.md')
    const listing = await list('n')
    expect(listing.roots[0]?.documents.map(({ id, source }) => [source, id])).toEqual([
      ['a txt.md', 'a-txt'],
      ['a.pdf', 'a'],
    ])
    expect(problems(listing)).toEqual([
      'n/a.txt: has the same document id as n/a.pdf (a): rename one of them',
    ])
  })

  it('keeps the first of two documents that no extension tells apart, and names both', async () => {
    files('n/a.txt', 'm/a.txt')
    const listing = await list('n', 'm')
    expect(ids(listing)).toEqual(['a'])
    expect(problems(listing)).toEqual([
      'm/a.txt: has the same document id as n/a.txt (a): rename one of them',
    ])
  })

  it('follows links, but not in circles', async () => {
    files('n/a.txt', 'elsewhere/b.txt')
    symlinkSync(join(project, 'elsewhere'), join(project, 'n/linked'))
    symlinkSync(join(project, 'n'), join(project, 'elsewhere/back'))
    symlinkSync(join(project, 'nothing'), join(project, 'n/dead.txt'))
    const listing = await list('n')
    expect(ids(listing)).toEqual(['a', 'linked-b'])
    expect(problems(listing)).toEqual([
      'n/dead.txt: is a link to nothing: remove the link',
      'n/linked/back: is a link to a folder above it: remove the link',
    ])
  })

  it('takes an address without its fragment as it is', async () => {
    const listing = await list('https://example.org/a/Page.txt?x=1#top')
    expect(listing.roots[0]).toMatchObject({
      key: 'https://example.org/a/Page.txt?x=1',
      documents: [{ source: 'https://example.org/a/Page.txt?x=1' }],
    })
  })

  it.each([
    ['gone.txt', 'does not exist: check the name'],
    ['n/a.txt/b', 'does not exist: a part of its path is a file'],
    ['n/scan.tiff', `is not a format that is read (${ACCEPTED})`],
    ['n/*.csv', `matches no file that is read (${ACCEPTED}): check the pattern`],
    ['/dev/null', 'is not a regular file'],
    ['ftp://example.org/x.txt', 'is not read: only http and https addresses are'],
    ['https://', 'is not a valid address: check it'],
    ['https://me:secret@example.org/', 'holds a user name or password: leave it out'],
  ])('names %s', async (source, reason) => {
    files('n/a.txt', 'n/scan.tiff')
    const listing = await list(source, 'n/a.txt')
    expect(problems(listing)).toEqual([`${source}: ${reason}`])
    expect(ids(listing)).toEqual(['a'])
  })
})
