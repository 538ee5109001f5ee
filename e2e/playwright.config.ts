import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserPath } from './browser.ts'

/** The production build on the real engine, both as `npm start` runs them, in a folder of their own. */

const port = Number(process.env.E2E_PORT ?? 3990)
const root = path.resolve(import.meta.dirname, '..')
const directory = process.env.E2E_DIR ?? path.join(tmpdir(), `kronika-e2e-${process.pid}`)
// Workers read the configuration again: they must find the same folder.
process.env.E2E_DIR = directory

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results', 'e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: path.join(root, 'test-results', 'e2e.json') }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath() ?? undefined,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'uses', testIgnore: /crash|other-collection/ },
    { name: 'crash', testMatch: /crash/, dependencies: ['uses'] },
    { name: 'other-collection', testMatch: /other-collection/, dependencies: ['crash'] },
  ],
  webServer: {
    command: 'node --import tsx start.ts',
    cwd: root,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: String(port),
      KRONIKA_DIR: directory,
      KRONIKA_ENGINE_PORT: String(port + 1),
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
})
