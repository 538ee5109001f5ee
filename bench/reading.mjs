/**
 * What taking away costs in memory, and whether a long document opens as fast as a short one.
 *
 *     node --import tsx bench/reading.mjs make FOLDER                  tables of 100, 10,000 and 89,900 entries
 *     npm run index -- --replace FOLDER                   (with the same engine as the server below)
 *     node --import tsx bench/reading.mjs measure ADDRESS PID [ROUNDS] PID: the web server's process
 *     node --import tsx bench/reading.mjs files ADDRESS PID [FILE …]   some files alone, of whatever collection it has
 *
 * Memory is the server's resident set, in MB, sampled while a file is read at full speed; times are medians
 * of rounds that take turns.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { processorOf } from './made-records.mjs'

const WORDS =
  'council treaty border refugees delegation parliament election harbour railway governor signs opens returns troops agreement talks village church bridge market'.split(
    ' ',
  )
/** Entries that the reader shows at once. */
const WINDOW = 60
const SIZES = { short: 100, long: 10_000, longest: 89_900 }

function make(folder) {
  mkdirSync(folder, { recursive: true })
  let state = 7
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (const [name, size] of Object.entries(SIZES)) {
    const rows = ['date,section,text']
    for (let i = 0; i < size; i++) {
      const day = new Date(Date.UTC(1800, 0, 1 + Math.floor((i * 70_000) / size)))
      const text = Array.from({ length: 45 }, () => WORDS[next(WORDS.length)]).join(' ')
      rows.push(
        `${day.toISOString().slice(0, 10)},Part ${Math.floor((i * 50) / size)},${i} ${text}`,
      )
    }
    writeFileSync(path.join(folder, `${name}.csv`), `${rows.join('\n')}\n`)
  }
}

const residentOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const FILES = [
  'api/entries.csv',
  'api/entries.jsonl',
  'api/entries.ris',
  'api/entries.bib',
  'api/entries.ics',
  'feed.atom',
  'print',
]

async function files(address, pid, wanted) {
  for (const file of wanted) {
    const begin = performance.now()
    const before = residentOf(pid)
    const processor = processorOf(pid)
    let peak = before
    const timer = setInterval(() => {
      peak = Math.max(peak, residentOf(pid))
    }, 50)
    const response = await fetch(`${address}/${file}?sort=document`)
    let bytes = 0
    let first = 0
    const samples = []
    for await (const chunk of response.body) {
      if (first === 0) first = performance.now() - begin
      bytes += chunk.length
      if (samples.length === 0 || bytes > samples.length * 10e6)
        samples.push(Math.round(residentOf(pid)))
    }
    clearInterval(timer)
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    console.log(
      `${file}: ${(bytes / 1e6).toFixed(0)} MB in ${seconds} s (first byte ${Math.round(first)} ms, server ${(processorOf(pid) - processor).toFixed(1)} s of processor, load ${loadavg()[0]?.toFixed(1)}); resident ${Math.round(before)} before, ${Math.round(peak)} at most; every 10 MB: ${samples.join(' ')}`,
    )
  }
}

async function measure(address, pid, rounds) {
  await files(address, pid, FILES)
  const times = new Map()
  for (let round = 0; round < rounds; round++) {
    for (const query of ['', '&q=council', '&q=council+treaty']) {
      for (const [name, size] of Object.entries(SIZES)) {
        // A full window for each: what is compared is the way to it.
        const at = Math.min(size - WINDOW, Math.floor(size * 0.7))
        const begin = performance.now()
        const response = await fetch(`${address}/document/${name}?at=${at}${query}`)
        await response.text()
        const what = `document of ${size} entries, opened at ${at}${query}`
        times.set(what, [...(times.get(what) ?? []), performance.now() - begin])
      }
    }
  }
  for (const [name, list] of times) {
    list.sort((a, b) => a - b)
    console.log(`${name}: ${Math.round(list[Math.floor(list.length / 2)])} ms`)
  }
}

const [what, ...rest] = process.argv.slice(2)
if (what === 'make' && rest.length === 1) make(rest[0])
else if (what === 'measure' && rest.length >= 2)
  await measure(rest[0], rest[1], Number(rest[2] ?? 15))
else if (what === 'files' && rest.length >= 2)
  await files(rest[0], rest[1], rest.length > 2 ? rest.slice(2) : FILES)
else
  console.error(
    'usage: node --import tsx bench/reading.mjs make FOLDER | measure ADDRESS PID [ROUNDS] | files ADDRESS PID [FILE …]',
  )
