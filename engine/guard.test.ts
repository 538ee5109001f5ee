import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeExit, type Guarded, spawnGuarded } from './guard.ts'
import { firstError, recorded } from './output.ts'
import { isAlive, isGone } from './processes.ts'
import { temporaryFolder } from './test-engine.ts'

function guard(script: string, graceMs = 5_000): Guarded {
  return spawnGuarded(process.execPath, ['-e', script], {
    cwd: temporaryFolder(),
    env: process.env,
    stdout: 'pipe',
    stderr: 'pipe',
    graceMs,
  })
}

const FOREVER = 'setInterval(() => {}, 1000)'
const DEAF = `process.on('SIGTERM', () => {}); ${FOREVER}; console.log('deaf')`

describe('spawnGuarded', () => {
  it("has the command's output and status", async () => {
    const guarded = guard("console.log('out'); console.error('Error: so it is'); process.exit(3)")
    const output = recorded(guarded)
    const exit = await guarded.exited
    expect(describeExit(exit)).toBe('status 3')
    await expect.poll(() => output.text()).toContain('out')
    await expect.poll(() => firstError(output.text())).toBe('Error: so it is')
  })

  it('ends the command on request', async () => {
    const guarded = guard(FOREVER)
    const pid = await guarded.started
    expect(isAlive(pid)).toBe(true)
    await guarded.stop()
    expect(isAlive(pid)).toBe(false)
    expect(describeExit(await guarded.exited)).toBe('signal 15')
    await guarded.stop()
  })

  it('does not leave a command that will not listen', async () => {
    const guarded = guard(DEAF, 50)
    const output = recorded(guarded)
    const pid = await guarded.started
    await expect.poll(() => output.text()).toContain('deaf')
    await guarded.stop()
    expect(isAlive(pid)).toBe(false)
    expect(describeExit(await guarded.exited)).toBe('signal 9')
  })

  it('ends what the command started too', async () => {
    const script = `
      const { spawn } = require('node:child_process')
      console.log(spawn(process.execPath, ['-e', ${JSON.stringify(FOREVER)}]).pid)
      ${FOREVER}`
    const guarded = guard(script)
    const output = recorded(guarded)
    await expect.poll(() => output.text()).toMatch(/\d+\n/)
    const grandchild = Number(output.text())
    expect(isAlive(grandchild)).toBe(true)
    await guarded.stop()
    expect(await isGone(grandchild, 5_000)).toBe(true)
  })

  it('leaves no command when the guard itself is killed', async () => {
    const guarded = guard(FOREVER)
    const pid = await guarded.started
    process.kill(guarded.guardPid, 'SIGKILL')
    expect(await guarded.exited).toMatchObject({ signal: 'SIGKILL' })
    expect(await isGone(pid, 5_000)).toBe(true)
  })

  it('is not ended by the interrupt of a terminal', async () => {
    const guarded = guard(FOREVER)
    const pid = await guarded.started
    process.kill(guarded.guardPid, 'SIGINT')
    process.kill(guarded.guardPid, 'SIGHUP')
    guarded.stop()
    expect(describeExit(await guarded.exited)).toBe('signal 15')
    expect(isAlive(pid)).toBe(false)
  })

  it('says when the command cannot be started', async () => {
    const guarded = spawnGuarded('/nonexistent/command', [], {
      cwd: temporaryFolder(),
      env: process.env,
      stdout: 'ignore',
      stderr: 'ignore',
      graceMs: 100,
    })
    await guarded.exited
    expect((await guarded.exited).code).not.toBe(0)
  })

  it('has a guard that is small enough to be up at once', () => {
    const imports = readFileSync(new URL('./guard.mjs', import.meta.url), 'utf8').match(
      /from '.*'/g,
    )
    expect(imports?.every((line) => line.includes("'node:"))).toBe(true)
  })
})
