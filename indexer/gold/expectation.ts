import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Authority, onlyVerified, parseAuthority } from '../actors/authority.ts'
import { documentSlug } from '../ids.ts'
import { parseDocument } from '../parse.ts'
import { type Source, type WholeDocument, wholeOf } from '../parsed.ts'
import { type Format, isBinary } from '../source/formats.ts'

/** The golden files: a source, and beside it what it must yield. */

export const GOLD = import.meta.dirname

const FORMATS: Record<string, Format> = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  xml: 'tei',
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  docx: 'docx',
  pdf: 'pdf',
}

/** The names of the sources, in order. */
export function goldSources(): string[] {
  return readdirSync(GOLD)
    .filter((name) => FORMATS[extensionOf(name)] !== undefined && !name.includes('.expected.'))
    .sort()
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

export const expectationPath = (name: string): string =>
  join(GOLD, name.replace(/\.[^.]+$/, '.expected.json'))

/** The authority file of the golden sources; names that are not in it are measured in `names/`. */
export function goldAuthority(): Authority {
  const { authority, problems } = parseAuthority(
    readFileSync(join(GOLD, 'actors.yaml'), 'utf8'),
    'actors.yaml',
  )
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return onlyVerified(authority)
}

export async function parseGold(name: string, authority: Authority): Promise<WholeDocument> {
  const bytes = readFileSync(join(GOLD, name))
  const format = FORMATS[extensionOf(name)] ?? 'txt'
  const place = { id: documentSlug(name), source: name }
  const source: Source = isBinary(format)
    ? { ...place, format, bytes }
    : { ...place, format, text: bytes.toString('utf8') }
  return wholeOf(await parseDocument(source, authority))
}

/** What is written down: everything, but the document only once. */
export function expectationOf(parsed: WholeDocument): unknown {
  const { document, entries, leftOut, findings, broken } = parsed
  return {
    document,
    entries: entries.map(({ entry: { document: _, ...entry }, margin }) => ({ ...entry, margin })),
    leftOut,
    findings,
    broken: broken.length > 0 ? broken : undefined,
  }
}
