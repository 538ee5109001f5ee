/**
 * Large sources as researchers have them, made of the sentences of real texts where these lie at hand
 * (../shared/corpus), else of words; the same for the same seed.
 */
import { once } from 'node:events'
import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const CORPUS = path.resolve(import.meta.dirname, '../../shared/corpus')
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const WORDS =
  'ferry harbour wall stone barge council winter storm town league pilot channel net rower treaty'.split(
    ' ',
  )

/** Numerical Recipes' linear congruence. */
export function chooser(seed) {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** Sentences of 40 to 400 characters. */
export function sentences() {
  const folders = ['milestones', 'sotu'].map((name) => path.join(CORPUS, name))
  const texts = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  )
  const found = texts.flatMap((text) =>
    text
      .replace(/\s+/g, ' ')
      .split(/(?<=[.!?]) (?=[A-Z])/)
      .filter(({ length }) => length >= 40 && length <= 400),
  )
  if (found.length > 1000) return found
  const choose = chooser(7)
  const word = () => WORDS[choose(WORDS.length)]
  return Array.from({ length: 20_000 }, () => {
    const words = Array.from({ length: 8 + choose(40) }, word).join(' ')
    return `The ${words} of ${MONTHS[choose(12)]} ${1800 + choose(200)}.`
  })
}

/** Rows with a date, a title, a text of one to three sentences, actors and a place. */
export function* rows(seed, count = Number.POSITIVE_INFINITY) {
  const choose = chooser(seed)
  const all = sentences()
  const pick = (list) => list[choose(list.length)]
  for (let index = 0; index < count; index++) {
    const year = 1800 + choose(200)
    const text = Array.from({ length: 1 + choose(3) }, () => pick(all)).join(' ')
    const day = `${year}-${String(1 + choose(12)).padStart(2, '0')}-${String(1 + choose(28)).padStart(2, '0')}`
    const written = `${1 + choose(28)} ${pick(MONTHS)} ${year}`
    yield {
      date: choose(2) === 0 ? day : written,
      text: `${text} (No. ${index})`,
      actors: pick(['United States', 'President Monroe; Congress', '', 'United Nations']),
      place: pick(['Geneva', 'Washington', '']),
      source: `register/${index}`,
    }
  }
}

const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const wrapped = (text) => text.replace(/(.{60,72}) /g, '$1\n')

/** How a row is written in each kind of file; the head comes first. */
export const FORMS = {
  jsonl: { head: '', row: (row) => `${JSON.stringify(row)}\n` },
  json: {
    head: '[',
    row: (row, index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(row)}`,
    tail: ']\n',
  },
  csv: {
    head: 'date,text,actors,place,source\n',
    row: (row) => `${Object.values(row).map(quoted).join(',')}\n`,
  },
  tsv: {
    head: 'date\ttext\tactors\tplace\tsource\n',
    row: (row) =>
      `${Object.values(row)
        .map((cell) => cell.replaceAll('"', "'"))
        .join('\t')}\n`,
  },
  /** Prose in wrapped paragraphs, and dated lines under a year. */
  txt: {
    head: 'A Long Chronicle\n\n',
    row: ({ date, text }, index) =>
      index % 3 === 0
        ? `${wrapped(text)}\n\n`
        : `${wrapped(`${date}: ${text}`)}\n${index % 3 === 1 ? '' : '\n'}`,
  },
  md: {
    head: '# A Long Chronicle\n\n',
    row: ({ date, text }, index) =>
      index % 1000 === 0
        ? `\n## Part ${index / 1000}\n\n${text}\n\n`
        : index % 4 === 0
          ? `\n${text}\n\n`
          : `- ${date}: ${text}\n`,
  },
}

/** Writes a file of about so many bytes. */
export async function writeLarge(file, format, bytes, seed = 1) {
  const { head, row, tail = '' } = FORMS[format]
  const stream = createWriteStream(file)
  let text = head
  let written = 0
  let index = 0
  for (const one of rows(seed)) {
    text += row(one, index++)
    if (text.length < 1_000_000) continue
    written += Buffer.byteLength(text)
    if (!stream.write(text)) await once(stream, 'drain')
    text = ''
    if (written > bytes) break
  }
  stream.end(text + tail)
  await once(stream, 'close')
  return index
}
