import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { hintCompilation } from './compile-hint.ts'

it('marks every script of a build once, on the first line, and nothing else', () => {
  const build = mkdtempSync(path.join(tmpdir(), 'kronika-hint-'))
  try {
    const chunks = path.join(build, 'static', 'chunks')
    mkdirSync(path.join(chunks, 'app'), { recursive: true })
    const files = { 'a.js': 'a()', 'app/b.js': 'b()', 'c.css': 'c {}', 'a.js.map': '{}' }
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(chunks, name), text)
    expect([hintCompilation(build), hintCompilation(build)]).toEqual([2, 0])
    const after = Object.keys(files).map((name) => readFileSync(path.join(chunks, name), 'utf8'))
    const hint = '//# allFunctionsCalledOnLoad\n'
    expect(after).toEqual([`${hint}a()`, `${hint}b()`, 'c {}', '{}'])
  } finally {
    rmSync(build, { recursive: true })
  }
})
