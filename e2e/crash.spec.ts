import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './kronika.ts'

/** Runs after all others: it takes their engine away. */

test.use({ expectedErrors: /status of 503/ })

function enginePid(): number {
  const state = path.join(process.env.E2E_DIR ?? '', 'engine.json')
  return (JSON.parse(readFileSync(state, 'utf8')) as { pid: number }).pid
}

test('an engine that crashes comes back, and an open page goes on', async ({ kronika, page }) => {
  await kronika.open('/?q=refugees')
  const before = await kronika.answer()
  const pid = enginePid()
  process.kill(pid, 'SIGKILL')
  await kronika.box.fill('elections')
  await expect(async () => {
    expect(enginePid()).not.toBe(pid)
    expect((await page.request.get('/api/health')).status()).toBe(200)
  }).toPass({ timeout: 30_000 })
  const { total } = await kronika.answer()
  await kronika.expectTotal(total)
  await kronika.box.fill('refugees')
  await kronika.expectTotal(before.total)
})
