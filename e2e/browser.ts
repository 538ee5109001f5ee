import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/**
 * The browser of the tests: CHROMIUM_PATH, a Chromium that is installed, Playwright's own. Where none
 * is there, `npm test` installs one.
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const INSTALL_DEADLINE_MS = 10 * 60_000

/** Path of the executable; null for Playwright's own, which it finds by itself, or for none at all. */
export function browserPath(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') return given
  for (const directory of (process.env.PATH ?? '').split(':')) {
    for (const name of NAMES) {
      const file = `${directory}/${name}`
      if (directory !== '' && isExecutable(file)) return file
    }
  }
  return null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** True when the tests would find a browser. */
export function hasBrowser(): boolean {
  const found = browserPath()
  return found === null ? existsSync(chromium.executablePath()) : isExecutable(found)
}

/** Installs a browser: Debian's as root on Debian, else Playwright's. Throws when that fails. */
export function installBrowser(): void {
  const run = (command: string, args: string[]): void => {
    console.log(`No browser found; running ${command} ${args.join(' ')}`)
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: INSTALL_DEADLINE_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const debian = spawnSync('apt-get', ['--version'], { timeout: 10_000 }).status === 0
  if (debian && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', 'chromium'])
  } else {
    run('npx', ['playwright', 'install', 'chromium'])
  }
}
