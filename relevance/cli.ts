import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Collection, readCollection } from './collection.ts'
import { knownItems } from './known-items.ts'
import { type Measures, mean, measure } from './measures.ts'
import { startOurs } from './ours.ts'
import { miniSearchSystem, type System, winkSystem } from './peers.ts'

/**
 * `npm run relevance -- [--known-items N] [folder …]`: what Kronika, its engine alone and BM25 find of
 * what they should find, side by side in one run. Without a folder, of the bundled collection.
 */

const USAGE = 'npm run relevance -- [--known-items N] [folder …]'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'known-items': { type: 'string' } },
  })
  const known = Number(values['known-items'] ?? 0)
  if (!Number.isSafeInteger(known) || known < 0) {
    console.error(`--known-items takes a number. Usage: ${USAGE}`)
    return 2
  }
  const folders = positionals.length > 0 ? positionals : [path.join(import.meta.dirname, 'bundled')]
  for (const folder of folders) await compare(readCollection(folder), known)
  return 0
}

async function compare(collection: Collection, known: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kronika-relevance-'))
  const ours = await startOurs(collection.documents, folder)
  try {
    const documents = collection.documents ?? ours.documents
    const systems = [
      ...ours.systems,
      winkSystem(documents),
      miniSearchSystem(documents, true),
      miniSearchSystem(documents, false),
    ]
    await report(collection, documents.length, systems)
    if (known > 0) {
      for (const items of knownItems(documents, known)) {
        await report(items, documents.length, systems)
      }
    }
  } finally {
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function report(collection: Collection, documents: number, systems: System[]): Promise<void> {
  const { name, queries, judgements } = collection
  console.log(`\n${name}: ${documents} documents, ${queries.length} judged queries\n`)
  console.log(row('', 'nDCG@10', 'recall@100', 'MRR', 'median ms'))
  const byType = new Map<string, [system: string, measures: Measures[]][]>()
  for (const system of systems) {
    const measured: { type: string; measures: Measures }[] = []
    const times: number[] = []
    for (const query of queries) {
      const began = performance.now()
      const ranking = await system.search(query.text)
      times.push(performance.now() - began)
      const judged = judgements.get(query.id) ?? new Map()
      measured.push({ type: query.type, measures: measure(ranking, judged) })
    }
    const took = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    console.log(
      row(system.name, ...figures(mean(measured.map((one) => one.measures))), took.toFixed(1)),
    )
    for (const type of new Set(measured.map((one) => one.type))) {
      const some = measured.filter((one) => one.type === type).map((one) => one.measures)
      byType.set(type, [...(byType.get(type) ?? []), [system.name, some]])
    }
  }
  if (byType.size < 2) return
  for (const [type, all] of byType) {
    console.log(`\n  ${type} (${all[0]?.[1].length ?? 0})`)
    for (const [system, some] of all) console.log(row(`  ${system}`, ...figures(mean(some))))
  }
}

const figures = ({ ndcg10, recall100, mrr }: Measures): string[] =>
  [ndcg10, recall100, mrr].map((figure) => figure.toFixed(3))

const row = (name: string, ...cells: string[]): string =>
  name.padEnd(32) + cells.map((cell) => cell.padStart(11)).join('')

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
