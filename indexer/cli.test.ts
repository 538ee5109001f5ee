import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { nextFreePort } from '#engine/ports'
import { ACCEPTED } from './source/formats.ts'
import { type Ended, runCommand } from './test-command.ts'

let folder: string
/** Nothing listens there. */
let nowhere: string
beforeAll(async () => {
  nowhere = `http://127.0.0.1:${await nextFreePort(40_000)}`
  folder = mkdtempSync(join(tmpdir(), 'kronika-cli-'))
  const text = 'The council met in Geneva and agreed on a plan for the year.'
  for (const name of ['a.txt', 'n/b.txt', 'double/a.txt']) file(name, text)
  file('empty.txt', ' \n')
  file('binary.txt', 'PK\u0003\u0004\u0000\u0001')
  file('page.tiff', 'x')
})

function file(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** On an engine that is not there. */
const run = (args: string[], variables: Record<string, string> = {}): Promise<Ended> =>
  runCommand(args, {
    cwd: folder,
    variables: { MEILI_HOST: nowhere, KRONIKA_DIR: join(folder, '.k'), ...variables },
  })

const UNREACHABLE =
  'The search engine cannot be reached (NOWHERE): connection refused. Is it running, and is MEILI_HOST right?\n'

const CASES: [args: string, status: number, stderr: string][] = [
  ['--dry-run a.txt', 0, ''],
  ['--dry-run n', 0, ''],
  ['--dry-run a.txt gone.txt', 1, 'gone.txt: does not exist: check the name\n'],
  ['--dry-run a.txt empty.txt', 1, 'empty.txt: is empty: there is nothing to index\n'],
  ['--dry-run binary.txt', 1, 'binary.txt: is a binary file, not text: save its text as .txt\n'],
  ['--dry-run page.tiff', 1, `page.tiff: is not a format that is read (${ACCEPTED})\n`],
  [
    '--dry-run a.txt double',
    1,
    'double/a.txt: has the same document id as a.txt (a): rename one of them\n',
  ],
  ['--fast', 2, 'Unknown option --fast (--help lists the options)\n'],
  [
    '--dry-run a.txt --out no/o.jsonl',
    2,
    '--out: no/o.jsonl cannot be written: its folder does not exist\n',
  ],
  ['--dry-run a.txt --actors no.yaml', 2, '--actors: no.yaml does not exist: check the name\n'],
  ['gone.txt', 1, 'gone.txt: does not exist: check the name\n'],
  ['a.txt --out o.jsonl --report r.json', 1, UNREACHABLE],
  ['--list', 1, UNREACHABLE],
]

it('answers each case with one line and the right exit status', async () => {
  const ended: Ended[] = []
  for (let start = 0; start < CASES.length; start += 3) {
    const some = CASES.slice(start, start + 3)
    ended.push(...(await Promise.all(some.map(([args]) => run(args.split(' '))))))
  }
  const got = ended.map(({ status, stderr }, i) => [
    CASES[i]?.[0],
    status,
    stderr.replace(nowhere, 'NOWHERE'),
  ])
  expect(got).toEqual(CASES)
  expect(ended[0]?.stdout).toMatch(/^Read 1 document in .*\. Nothing was indexed/)
  expect(readdirSync(folder).filter((name) => /jsonl|json/.test(name))).toEqual([])
  // More than a dozen processes, on a machine that may be busy.
}, 120_000)

it('resolves a path where npm was called, not where it runs the script', async () => {
  const variables = { npm_lifecycle_event: 'index', INIT_CWD: join(folder, 'n') }
  expect(await run(['--dry-run', 'b.txt'], variables)).toMatchObject({ status: 0, stderr: '' })
})
