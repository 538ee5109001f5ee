import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDirectory } from './directory.ts'
import { locateEngine } from './locate.ts'
import { temporaryFolder } from './test-engine.ts'

/** A folder with a program in it that says what it is told to. */
function programSaying(text: string): { folder: string; file: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'meilisearch')
  writeFileSync(file, `#!/bin/sh\necho '${text}'\n`, { mode: 0o755 })
  return { folder, file }
}

function locate(options: { binary?: string; path?: string }) {
  const lines: string[] = []
  const found = locateEngine({
    binary: options.binary ?? null,
    path: options.path ?? '',
    packaged: null,
    directory: openDirectory(temporaryFolder()),
    log: (line) => lines.push(line),
  })
  return { found, lines }
}

describe('locateEngine', () => {
  it('prefers MEILI_BIN to the PATH, and that to the package', async () => {
    const given = programSaying('meilisearch 1.20.1')
    const onPath = programSaying('meilisearch 1.19.0')
    const { found } = locate({ binary: given.file, path: onPath.folder })
    expect(await found).toEqual({ path: given.file, version: '1.20.1' })
    const second = locate({ path: `${temporaryFolder()}:${onPath.folder}` })
    expect(await second.found).toEqual({ path: onPath.file, version: '1.19.0' })
    expect(second.lines.join()).toContain('1.19.0')
  })

  it('does not look further when MEILI_BIN is wrong', async () => {
    const { folder } = programSaying('meilisearch 1.21.0')
    const other = programSaying('grep 3.8')
    for (const binary of [join(folder, 'missing'), folder, other.file]) {
      const { found } = locate({ binary, path: folder })
      await expect(found).rejects.toMatchObject({ code: 'no-engine' })
      await expect(found).rejects.toThrow(`MEILI_BIN is ${binary}`)
    }
  })

  it('leaves out a program that only has the name', async () => {
    const { found, lines } = locate({ path: programSaying('hello').folder })
    await expect(found).rejects.toMatchObject({ code: 'no-engine' })
    expect(lines).toHaveLength(1)
  })

  it('names the ways to get one', async () => {
    await expect(locate({}).found).rejects.toThrow(/MEILI_BIN.*MEILI_HOST.*docker compose/)
  })
})
