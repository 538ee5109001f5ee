/**
 * What a search through the gateway costs beside the engine's own: queries of every kind, each asked of
 * the engine alone (words, the same facets, the first page), of the gateway without meaning, and of the
 * gateway with it, in turn. Medians in milliseconds, and their ratios to the engine's.
 *
 *     node --import tsx bench/gateway.mjs make FILE [entries, default 100000]
 *     npm run index -- --replace FILE                  (with the engine of the server below)
 *     node --import tsx bench/gateway.mjs measure ADDRESS KRONIKA_DIR [rounds, default 5]
 *
 * KRONIKA_DIR is the server's folder, which says where its engine is.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { loadavg } from 'node:os'
import path from 'node:path'
import { FACETS, facetAttribute } from '../schema/facets.ts'
import { ENTRIES_INDEX } from '../schema/indexes.ts'
import { ENTRY_FIELDS } from '../schema/record.ts'
import { chooser, rows, sentences } from './large-files.mjs'

const QUERIES = 12
/** Left out of one of the two sums: what Kronika does for such a query, the engine alone does not do. */
const APART = 'a question that no entry answers whole'

/** Queries out of the sentences of which the collection is made: words of them, and whole ones. */
function queries() {
  const choose = chooser(11)
  const all = sentences()
  const sentence = () => all[choose(all.length)].replace(/[^\p{L}\p{N} ]+/gu, ' ').trim()
  const some = (count) => {
    const words = sentence()
      .split(/\s+/)
      .filter((word) => word.length > 5)
    return words.length < count ? some(count) : words.slice(-count).join(' ')
  }
  const of = (make) => Array.from({ length: QUERIES }, make)
  return {
    'one word': of(() => some(1)),
    'two words': of(() => some(2)),
    'three words': of(() => some(3)),
    'a sentence': of(() => sentence().split(/\s+/).slice(0, 9).join(' ')),
    // No entry has all its words: the engine drops some, as it is set up by default, and so does Kronika.
    [APART]: of(() =>
      [sentence(), sentence()].flatMap((some) => some.split(/\s+/).slice(0, 5)).join(' '),
    ),
  }
}

/** Milliseconds until the whole answer is there. */
function timed(address, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const text = JSON.stringify(body)
    const length = Buffer.byteLength(text)
    const all = { 'content-type': 'application/json', 'content-length': length, ...headers }
    const asked = request(address, { method: 'POST', headers: all, timeout: 30_000 }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - began))
    })
    asked.on('error', reject).end(text)
  })
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]

async function measure(address, folder, rounds) {
  const { host, port } = JSON.parse(readFileSync(path.join(folder, 'engine.json'), 'utf8'))
  const key = readFileSync(path.join(folder, 'master.key'), 'utf8').trim()
  const engine = `${host ?? `http://127.0.0.1:${port}`}/multi-search`
  const facets = FACETS.filter(({ name }) => name !== 'day').map(({ name }) => facetAttribute(name))
  const page = { indexUid: ENTRIES_INDEX, hitsPerPage: 20, page: 1 }
  const names = FACETS.filter(({ narrowedBy }) => narrowedBy === 'value').map(({ name }) => name)
  const gateway = `${address}/api/search/multi-search`
  const ways = {
    engine: (q) =>
      timed(
        engine,
        { queries: [{ ...page, q, facets, attributesToRetrieve: [...ENTRY_FIELDS] }] },
        { authorization: `Bearer ${key}` },
      ),
    'without meaning': (q) =>
      timed(gateway, { queries: [{ ...page, q, facets: names, filter: [['meaning=0']] }] }),
    'with meaning': (q) => timed(gateway, { queries: [{ ...page, q, facets: names }] }),
  }
  console.log(`load ${loadavg()[0].toFixed(1)}`)
  const none = () => Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
  const whole = none()
  const withLast = none()
  for (const [kind, list] of Object.entries(queries())) {
    const times = none()
    for (let round = 0; round <= rounds; round++) {
      for (const q of list) {
        for (const [way, ask] of Object.entries(ways)) {
          const took = await ask(q)
          // The first round fills the caches of all.
          if (round === 0) continue
          times[way].push(took)
          withLast[way].push(took)
          if (kind !== APART) whole[way].push(took)
        }
      }
    }
    report(kind, times)
  }
  report('all but the last', whole)
  report('all', withLast)
}

function report(kind, times) {
  const base = median(times.engine)
  const shown = Object.entries(times).map(
    ([way, all]) => `${way} ${median(all).toFixed(0)} (${(median(all) / base).toFixed(2)})`,
  )
  console.log(`${kind}: ${shown.join(', ')}`)
}

const [what, ...rest] = process.argv.slice(2)
if (what === 'make' && rest.length >= 1) {
  const lines = [...rows(1, Number(rest[1] ?? 100_000))].map((row) => JSON.stringify(row))
  writeFileSync(rest[0], `${lines.join('\n')}\n`)
} else if (what === 'measure' && rest.length >= 2) {
  await measure(rest[0], rest[1], Number(rest[2] ?? 5))
} else {
  console.error(
    'usage: bench/gateway.mjs make FILE [ENTRIES] | measure ADDRESS KRONIKA_DIR [ROUNDS]',
  )
}
