/**
 * Writes down what the golden sources yield now. Run it on purpose, and read the difference before
 * it is kept: node --import tsx indexer/gold/rewrite.ts
 */

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import {
  expectationOf,
  expectationPath,
  goldAuthority,
  goldSources,
  parseGold,
} from './expectation.ts'

const authority = goldAuthority()
const paths: string[] = []
for (const name of goldSources()) {
  const path = expectationPath(name)
  const expectation = expectationOf(await parseGold(name, authority))
  writeFileSync(path, `${JSON.stringify(expectation, null, 2)}\n`)
  paths.push(path)
}
// The formatter's form, so that a difference shows what changed and nothing else.
execFileSync('npx', ['biome', 'format', '--write', ...paths], { stdio: 'inherit', timeout: 60_000 })
