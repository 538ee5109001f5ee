import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { commandOf } from '#engine/processes'
import { LockError } from './errors.ts'
import { lockCollection } from './lock.ts'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kronika-lock-')), 'deep', 'collection.lock')
})

const { signal } = new AbortController()
const lock = (waitMs: number, lines: string[] = []) =>
  lockCollection(file, { signal, waitMs, log: (line) => lines.push(line) })

const heldBy = (pid: number, command: string, host = hostname()) =>
  writeFileSync(file, JSON.stringify({ pid, host, command, since: new Date().toISOString() }))

describe('lockCollection', () => {
  it('makes the second wait for the first, saying for whom', async () => {
    const release = await lock(0)
    const lines: string[] = []
    let isSecond = false
    const second = lock(10_000, lines).then((release) => {
      isSecond = true
      return release
    })
    await expect.poll(() => lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      new RegExp(
        `^Another run .*\\(process ${process.pid}, since \\d\\d:\\d\\d:\\d\\d\\): waiting`,
      ),
    )
    expect(isSecond).toBe(false)
    await release()
    await (await second)()
    expect(readdirSync(dirname(file))).toEqual([])
  })

  it('gives up in one line', async () => {
    const release = await lock(0)
    await expect(lock(0)).rejects.toThrow(LockError)
    await release()
  })

  it('takes over from a dead run, and from a number that is another program now', async () => {
    await (await lock(0))()
    const { pid = 0 } = spawnSync('true')
    heldBy(pid, 'node indexer/cli.ts')
    await (await lock(0))()
    const other = spawn('sleep', ['20'])
    heldBy(other.pid ?? 0, 'node indexer/cli.ts')
    await (await lock(0))()
    heldBy(other.pid ?? 0, commandOf(other.pid ?? 0))
    await expect(lock(0)).rejects.toThrow(`process ${other.pid}`)
    other.kill()
  })

  it('does not judge a process of another machine by its number', async () => {
    await (await lock(0))()
    heldBy(spawnSync('true').pid ?? 0, 'x', 'another-machine')
    await expect(lock(0)).rejects.toThrow(LockError)
  })

  it('lets one of many have a dead run’s lock at a time', async () => {
    await (await lock(0))()
    heldBy(spawnSync('true').pid ?? 0, 'x')
    let holders = 0
    const runs = Array.from({ length: 5 }, async () => {
      const release = await lock(20_000)
      expect(++holders).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      holders--
      await release()
    })
    await Promise.all(runs)
    expect(existsSync(file)).toBe(false)
  })
})
