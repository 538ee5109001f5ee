import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { OutputError, UsageError } from '../errors.ts'
import { openOutput } from './output-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kronika-out-'))
})

describe('openOutput', () => {
  it('shows the file when it is complete, and not before', async () => {
    writeFileSync(join(folder, 'o.jsonl'), 'before')
    const file = await openOutput('--out', 'o.jsonl', folder)
    const line = `${'x'.repeat(700_000)}\n`
    for (let i = 0; i < 3; i++) await file.write(line)
    expect(readFileSync(join(folder, 'o.jsonl'), 'utf8')).toBe('before')
    await file.commit()
    expect(readFileSync(join(folder, 'o.jsonl'), 'utf8')).toBe(line.repeat(3))
    expect(readdirSync(folder)).toEqual(['o.jsonl'])
  })

  it('leaves no trace when discarded', async () => {
    const file = await openOutput('--out', join(folder, 'o.jsonl'), '/')
    await file.write('half')
    await file.discard()
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a folder, and a path into none', async () => {
    mkdirSync(join(folder, 'sub'))
    await expect(openOutput('--out', 'sub', folder)).rejects.toThrow(
      new UsageError('--out: sub is a folder, not a file'),
    )
    await expect(openOutput('--report', 'no/r.json', folder)).rejects.toThrow(
      new UsageError('--report: no/r.json cannot be written: its folder does not exist'),
    )
  })

  it('writes into a device instead of replacing it', async () => {
    const file = await openOutput('--out', '/dev/null', folder)
    await file.write('x')
    await file.commit()
    expect(readdirSync('/dev')).toContain('null')
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
  })

  it.runIf(existsSync('/dev/full'))('says when the disk is full', async () => {
    const file = await openOutput('--out', '/dev/full', folder)
    await file.write('x')
    await expect(file.commit()).rejects.toThrow(
      new OutputError('--out: /dev/full cannot be written: no space left on the disk'),
    )
    await file.discard()
  })
})
