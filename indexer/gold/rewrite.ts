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
const paths = goldSources().map((name) => {
  const path = expectationPath(name)
  writeFileSync(path, `${JSON.stringify(expectationOf(parseGold(name, authority)), null, 2)}\n`)
  return path
})
// The formatter's form, so that a difference shows what changed and nothing else.
execFileSync('npx', ['biome', 'format', '--write', ...paths], { stdio: 'inherit', timeout: 60_000 })
