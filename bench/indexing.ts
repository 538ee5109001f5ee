/**
 * What parsing costs beside what the engine takes to index the same entries, in one run: medians over
 * rounds, in seconds and as ratios. An engine of its own, in a folder of its own.
 *
 *     node --import tsx bench/indexing.ts [entries] [rounds]
 */
import { createClient } from '../engine/client.ts'
import { type Authority, authorityOf, EMPTY_AUTHORITY } from '../indexer/actors/authority.ts'
import { parseDocument } from '../indexer/parse.ts'
import { inOneChunk, type WholeDocument, wholeOf } from '../indexer/parsed.ts'
import { emptyEngine, startTestEngine } from '../indexer/push/test-engine.ts'
import { CollectionUpdate } from '../indexer/push/update.ts'
import { FORMS, rows } from './large-files.mjs'

const entries = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)

const textIn = (format: 'jsonl' | 'csv' | 'txt' | 'md'): string => {
  const { head, row } = FORMS[format]
  return head + [...rows(1, entries)].map(row).join('')
}

/** So many known actors with four aliases each; the text names few of them, as texts do. */
function authority(actors: number): Authority {
  return authorityOf(
    Array.from({ length: actors }, (_, n) => ({
      id: `actor-${n}`,
      name: `Member ${word(n)} ${word(n * 7 + 3)}`,
      type: 'person' as const,
      aliases: [1, 2, 3, 4].map((k) => `${word(n + k)} ${word(n * 11 + k)} ${word(n * 13 + k)}`),
      line: n + 1,
    })),
  )
}

const word = (n: number): string => {
  const letters = [...'aeioubdfgklmnprst']
  let rest = n * 2654435761
  const out = Array.from({ length: 6 }, () => {
    rest = Math.floor(rest / 3) + 7
    return letters[rest % letters.length]
  }).join('')
  return out.charAt(0).toUpperCase() + out.slice(1)
}

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function seconds(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await action()
  return (performance.now() - began) / 1000
}

const parse = async (format: keyof typeof FORMS, text: string, known = EMPTY_AUTHORITY) =>
  wholeOf(await parseDocument({ id: 'bench', source: `b.${format}`, format, text }, known))

const texts = { jsonl: textIn('jsonl'), csv: textIn('csv'), txt: textIn('txt'), md: textIn('md') }
const formats = Object.keys(texts) as (keyof typeof texts)[]
const unknown = authority(0)
const known = authority(5_000)
const times = new Map<string, number[]>()
const note = (name: string, time: number) => times.set(name, [...(times.get(name) ?? []), time])

const engine = await startTestEngine()
const client = createClient({ host: engine.host, apiKey: engine.masterKey, timeoutMs: 600_000 })
try {
  let parsed: WholeDocument | null = null
  for (let round = 0; round < rounds; round++) {
    for (const format of formats) {
      note(`parse and date, ${format}`, await seconds(() => parse(format, texts[format])))
    }
    note('with names, no file, jsonl', await seconds(() => parse('jsonl', texts.jsonl, unknown)))
    note(
      'with names and 5,000 actors, jsonl',
      await seconds(() => parse('jsonl', texts.jsonl, known)),
    )
    parsed ??= await parse('jsonl', texts.jsonl)
    const whole = parsed
    if (round > 0) await emptyEngine(client)
    const update = await CollectionUpdate.open(client, {
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    note(
      'the engine',
      await seconds(async () => {
        await update.document(inOneChunk(whole), async () => {})
        await update.finish([], [], null)
      }),
    )
  }
  const whole = median(times.get('the engine') ?? [])
  console.log(`${entries} entries, medians of ${rounds} rounds`)
  for (const [name, all] of times) {
    const time = median(all)
    console.log(
      `${name.padEnd(36)}${time.toFixed(1).padStart(8)} s${((100 * time) / whole).toFixed(1).padStart(8)} % of the engine's`,
    )
  }
} finally {
  await engine.stop()
}
