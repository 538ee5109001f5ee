import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hasBrowser, installBrowser } from './browser.ts'

/**
 * `npm test`: lint and format, types, unit tests, end-to-end tests; each goes on when one before it
 * failed. The last line holds the true sums, which are also left in test-results/sums.txt.
 */

type Sums = { passed: number; failed: number }

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, 'test-results')
// A quarter of an hour where nothing else runs; a slow or busy machine needs several times that.
const DEADLINE_MS = 75 * 60_000
const started = Date.now()
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31))
// Engines, projects and profiles of the tests live here and go with them.
const directory = mkdtempSync(path.join(tmpdir(), 'kronika-test-'))
const env = {
  ...process.env,
  SEED: seed,
  E2E_DIR: path.join(directory, 'engine'),
  TMPDIR: directory,
  NEXT_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: '0',
}

/** Runs a command of the project; resolves with its exit status, killed ones count as failed. */
function run(name: string, args: string[]): Promise<number> {
  console.log(`\n== ${name}`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
    const left = Math.max(1000, DEADLINE_MS - (Date.now() - started))
    const timer = setTimeout(() => {
      console.error(`${name}: stopped, the tests may take ${DEADLINE_MS / 60_000} minutes`)
      child.kill('SIGTERM')
    }, left)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}

const bin = (name: string): string => path.join(root, 'node_modules', ...name.split('/'))

async function check(name: string, args: string[]): Promise<Sums> {
  const failed = (await run(name, args)) !== 0
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0 }
}

/** A suite that leaves its counts in a file; without one it has failed as a whole. */
async function suite(
  name: string,
  args: string[],
  file: string,
  sumsOf: (report: never) => Sums,
): Promise<Sums> {
  const status = await run(name, args)
  try {
    const sums = sumsOf(JSON.parse(readFileSync(path.join(results, file), 'utf8')) as never)
    return status !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums
  } catch {
    return { passed: 0, failed: 1 }
  }
}

type UnitReport = { numPassedTests: number; numFailedTests: number }
type BrowserReport = { stats: { expected: number; unexpected: number; flaky: number } }

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
console.log(`SEED=${seed} (set SEED to repeat this run)`)
if (!hasBrowser()) installBrowser()

const all: Sums[] = [
  await check('lint, format, import directions', [bin('@biomejs/biome/bin/biome'), 'ci', '.']),
  await check('types', [bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false']),
  await suite(
    'unit tests',
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    'unit.json',
    ({ numPassedTests, numFailedTests }: UnitReport) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }),
  ),
  await suite(
    'end-to-end tests',
    [bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    'e2e.json',
    ({ stats }: BrowserReport) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
  ),
]

rmSync(directory, { recursive: true, force: true })
const passed = all.reduce((sum, { passed }) => sum + passed, 0)
const failed = all.reduce((sum, { failed }) => sum + failed, 0)
const line = `${passed} passed, ${failed} failed`
writeFileSync(path.join(results, 'sums.txt'), `${line}\n`)
console.log(`\n${Math.round((Date.now() - started) / 1000)} s, SEED=${seed}\n${line}`)
process.exitCode = failed > 0 ? 1 : 0
