/**
 * Makes a collection of 20,000 entries with 6,000 actors, dated from 1142 to 2026, the same for the same
 * seed, and prints what its busiest actors must be:
 *
 *     node bench/make-collection.mjs FOLDER [entries] [actors] [seed]
 *     npm run index -- --replace FOLDER/entries.jsonl --actors FOLDER/actors.yaml
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [folder, entries = '20000', actors = '6000', seed = '1'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('make-collection: name a folder, as in: node bench/make-collection.mjs /tmp/large')
  process.exit(2)
}

// Linear congruential generator (Numerical Recipes).
let state = Number(seed) >>> 0
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const pick = (values) => values[Math.floor(next() * values.length)]

const VERBS = [
  'meets',
  'writes to',
  'leaves',
  'receives',
  'opposes',
  'succeeds',
  'buries',
  'appoints',
]
const NOUNS = [
  'the council',
  'an envoy',
  'the assembly',
  'a treaty',
  'the guild',
  'the fleet',
  'a bridge',
]
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za', 'dra', 'gol']

/** Names of two words, all different; the number makes sure. */
const nameOf = (index) => {
  const word = (n, length) => {
    let text = ''
    for (let i = 0; i < length; i++) {
      text += SYLLABLES[n % SYLLABLES.length]
      n = Math.floor(n / SYLLABLES.length)
    }
    return text[0].toUpperCase() + text.slice(1)
  }
  return `${word(index, 4)} ${word(index * 7 + 3, 3)}`
}

const count = Number(actors)
const counts = new Map()
const lines = []
for (let i = 0; i < Number(entries); i++) {
  // A few actors are everywhere, most of them once or twice; the first round names everyone.
  const first = i < count ? i : Math.floor(next() ** 4 * count)
  const second = Math.floor(next() ** 6 * count)
  const named = [...new Set([first, second])].map(nameOf)
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  const year = 1142 + Math.floor(Math.sqrt(next()) * 885)
  const month = String(1 + Math.floor(next() * 12)).padStart(2, '0')
  const day = String(1 + Math.floor(next() * 28)).padStart(2, '0')
  const date = pick([`${year}`, `${year}-${month}`, `${year}-${month}-${day}`])
  const text = `${named[0]} ${pick(VERBS)} ${named[1] ?? pick(NOUNS)} and sees ${pick(NOUNS)}, note ${i}.`
  lines.push(JSON.stringify({ date, text, section: `Book ${1 + (i % 40)}` }))
}

mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'entries.jsonl'), `${lines.join('\n')}\n`)
const authority = Array.from({ length: count }, (_, index) => {
  const name = nameOf(index)
  return `  - { id: actor-${index}, name: ${name}, type: person, aliases: [Alias ${name}] }\n`
})
writeFileSync(path.join(folder, 'actors.yaml'), `actors:\n${authority.join('')}`)
const busiest = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 10)
console.log(`${lines.length} entries, ${counts.size} actors; the busiest:`)
for (const [name, total] of busiest) console.log(`${String(total).padStart(7)}  ${name}`)
