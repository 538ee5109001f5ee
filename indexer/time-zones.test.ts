import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { GOLD, goldSources } from './gold/expectation.ts'
import { runCommand } from './test-command.ts'

/** Days never pass through a time zone: the clock of the machine changes nothing. */

const folder = mkdtempSync(join(tmpdir(), 'kronika-zones-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The last and the first place of a day, half an hour beside the others, and one that skipped a day. */
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'America/St_Johns', 'Pacific/Apia']

async function entriesIn(zone: string): Promise<string> {
  const out = join(folder, `${zone.replace('/', '-')}.jsonl`)
  const args = ['--dry-run', '--actors', 'actors.yaml', '--out', out, ...goldSources()]
  const { stderr } = await runCommand(args, { cwd: GOLD, variables: { TZ: zone } })
  expect(stderr).not.toMatch(/\n\s+at /)
  return readFileSync(out, 'utf8')
}

it('dates the golden sources the same under any time zone', async () => {
  const [first = '', ...others] = await Promise.all(ZONES.map(entriesIn))
  expect(first.split('\n').length).toBeGreaterThan(100)
  for (const other of others) expect(other === first).toBe(true)
}, 90_000)
