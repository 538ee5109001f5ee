import { createHash } from 'node:crypto'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDirectory } from './directory.ts'
import { preparePackaged } from './packaged.ts'
import { temporaryFolder } from './test-engine.ts'

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function setUp(content: string) {
  const file = join(temporaryFolder(), 'meilisearch')
  writeFileSync(file, content, { mode: 0o644 })
  const directory = openDirectory(join(temporaryFolder(), 'kronika'))
  const lines: string[] = []
  const prepare = (sha256: string) =>
    preparePackaged(file, directory, (line) => lines.push(line), sha256)
  return { file, directory, lines, prepare }
}

describe('preparePackaged', () => {
  it('refuses another file than the expected one, and leaves it as it is', async () => {
    const { file, directory, prepare } = setUp('something else')
    const attempt = prepare(digestOf('the engine'))
    await expect(attempt).rejects.toMatchObject({ code: 'no-engine' })
    await expect(attempt).rejects.toThrow(/SHA-256/)
    expect(statSync(file).mode & 0o111).toBe(0)
    expect(existsSync(directory.verified)).toBe(false)
  })

  it('makes the expected one runnable and checks it once', async () => {
    const { file, lines, prepare } = setUp('the engine')
    const sha256 = digestOf('the engine')
    expect(await prepare(sha256)).toBe(file)
    expect(statSync(file).mode & 0o111).toBe(0o111)
    expect(await prepare(sha256)).toBe(file)
    expect(lines).toHaveLength(1)
  })

  it('checks again when the file or the expectation changes', async () => {
    const { file, prepare } = setUp('the engine')
    await prepare(digestOf('the engine'))
    await expect(prepare(digestOf('the next one'))).rejects.toThrow(/SHA-256/)
    writeFileSync(file, 'the malice')
    await expect(prepare(digestOf('the engine'))).rejects.toThrow(/SHA-256/)
  })
})
