/**
 * Peak memory of the indexer alone while it reads a large file (`--dry-run --out`), with the time.
 *
 *     node bench/memory.mjs [format=megabytes …]      by default jsonl=1000 csv=1000
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeLarge } from './large-files.mjs'

const root = path.resolve(import.meta.dirname, '..')
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['jsonl=1000', 'csv=1000']
const folder = mkdtempSync(path.join(tmpdir(), 'kronika-bench-'))

/** Resolves with the exit status and the most kilobytes that the process had. */
function run(args) {
  // It tells on its way out: nothing of the system's is needed for that.
  const tell = `process.on('exit',()=>console.error('PEAK '+process.resourceUsage().maxRSS))`
  const hook = `--import=data:text/javascript,${encodeURIComponent(tell)}`
  const child = spawn(process.execPath, [hook, '--import', 'tsx', ...args], { cwd: root })
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  child.stdout.on('data', () => {})
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const peaks = [...errors.matchAll(/PEAK (\d+)/g)].map(([, kilobytes]) => Number(kilobytes))
      resolve({ status, kilobytes: Math.max(...peaks) })
    }),
  )
}

try {
  for (const one of wanted) {
    const [format, megabytes] = one.split('=')
    const file = path.join(folder, `large.${format}`)
    const entries = await writeLarge(file, format, Number(megabytes) * 1e6)
    const began = performance.now()
    const out = path.join(folder, 'out.jsonl')
    const { status, kilobytes } = await run(['indexer/cli.ts', '--dry-run', '--out', out, file])
    const took = Math.round((performance.now() - began) / 1000)
    const peak = Math.round(kilobytes / 1000)
    console.log(
      `${megabytes} MB of .${format}, ${entries} rows: ${peak} MB, ${took} s, exit ${status}`,
    )
    rmSync(file)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
