import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withLock } from './lock.ts'
import { temporaryFolder } from './test-engine.ts'

const OPTIONS = { deadlineMs: 10_000, purpose: 'testing' }

/** The number of a process that is no more. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('withLock', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    const file = join(temporaryFolder(), 'lock')
    let inside = 0
    let most = 0
    const action = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside--
    }
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, OPTIONS, action)))
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('is free again when the action fails', async () => {
    const file = join(temporaryFolder(), 'lock')
    const failing = withLock(file, OPTIONS, async () => Promise.reject(new Error('so')))
    await expect(failing).rejects.toThrow('so')
    expect(await withLock(file, OPTIONS, async () => 1)).toBe(1)
  })

  it('takes over from the dead, one heir at a time', async () => {
    const file = join(temporaryFolder(), 'lock')
    writeFileSync(file, `${deadPid()} left`)
    let inside = 0
    const action = async () => {
      expect(++inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside--
    }
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, OPTIONS, action)))
  })

  it('takes over from a holder that shows no life', async () => {
    const file = join(temporaryFolder(), 'lock')
    writeFileSync(file, `${process.pid} forgotten`)
    const longAgo = new Date(Date.now() - 3_600_000)
    utimesSync(file, longAgo, longAgo)
    expect(await withLock(file, OPTIONS, async () => 1)).toBe(1)
  })

  it('says who holds it when it is not free in time', async () => {
    const file = join(temporaryFolder(), 'lock')
    const mark = `${process.pid} alive`
    writeFileSync(file, mark)
    const attempt = withLock(file, { ...OPTIONS, deadlineMs: 50 }, async () => 1)
    await expect(attempt).rejects.toThrow(new RegExp(`${process.pid}.*testing.*${file}`))
    expect(readFileSync(file, 'utf8')).toBe(mark)
  })
})
