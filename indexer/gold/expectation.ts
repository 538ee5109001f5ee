import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Authority, parseAuthority } from '../actors/authority.ts'
import { documentSlug } from '../ids.ts'
import { parseDocument } from '../parse.ts'
import type { ParsedDocument, SourceText } from '../parsed.ts'

/** The golden files: a source, and beside it what it must yield. */

export const GOLD = import.meta.dirname

const FORMATS: Record<string, SourceText['format']> = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  xml: 'tei',
  csv: 'csv',
}

/** The names of the sources, in order. */
export function goldSources(): string[] {
  return readdirSync(GOLD)
    .filter((name) => FORMATS[extensionOf(name)] !== undefined)
    .sort()
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

export const expectationPath = (name: string): string =>
  join(GOLD, name.replace(/\.[^.]+$/, '.expected.json'))

/** The authority file of the golden sources. */
export function goldAuthority(): Authority {
  const { authority, problems } = parseAuthority(
    readFileSync(join(GOLD, 'actors.yaml'), 'utf8'),
    'actors.yaml',
  )
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return authority
}

export function parseGold(name: string, authority: Authority): ParsedDocument {
  const text = readFileSync(join(GOLD, name), 'utf8')
  const format = FORMATS[extensionOf(name)] ?? 'txt'
  return parseDocument({ id: documentSlug(name), source: name, format, text }, authority)
}

/** What is written down: everything, but the document only once. */
export function expectationOf({ document, entries, leftOut, findings }: ParsedDocument): unknown {
  return {
    document,
    entries: entries.map(({ entry: { document: _, ...entry }, margin }) => ({ ...entry, margin })),
    leftOut,
    findings,
  }
}
