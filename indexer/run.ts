import type { ActorRecord } from '#schema/indexes'
import type { ActorRef } from './actors/others.ts'
import { changeCollection } from './change.ts'
import type { Context } from './context.ts'
import { printable, SourceError, UsageError } from './errors.ts'
import type { IndexOptions } from './options.ts'
import { actorRecords } from './push/actors.ts'
import { entryOf } from './push/records.ts'
import type { UpdateResult } from './push/update.ts'
import { Reading } from './reading.ts'
import { removedDocuments } from './removal.ts'
import { type OutputFile, openOutput } from './report/output-file.ts'
import { type Report, reportChanges } from './report/report.ts'
import { Suggestions } from './report/suggestions.ts'
import { type LoadedAuthority, loadAuthority } from './source/authority-file.ts'
import { type Listing, listSources, type Problem } from './source/list.ts'

export type RunResult = {
  report: Report
  /** False when a source could not be read: exit 1. */
  allRead: boolean
  /** Whether the run raised the corpus version. */
  changedAnything: boolean
}

type Outputs = Record<'out' | 'report' | 'suggestActors', OutputFile | null>

/**
 * Reads the sources and brings the collection up to date with them; a dry run only reads.
 *
 * @throws UsageError before anything is done; LockError, EngineError, Interrupted, and then no
 *   output file is left
 */
export async function runIndex(options: IndexOptions, context: Context): Promise<RunResult> {
  const outputs = await openOutputs(options, context.cwd)
  const opened = Object.values(outputs).filter((output) => output !== null)
  try {
    const result = await index(options, context, outputs)
    await outputs.report?.write(`${JSON.stringify(result.report, null, 2)}\n`)
    for (const output of opened) await output.commit()
    return result
  } catch (error) {
    for (const output of opened) await output.discard()
    throw error
  } finally {
    context.progress.end()
  }
}

const OUTPUTS = { out: '--out', report: '--report', suggestActors: '--suggest-actors' } as const

async function openOutputs(options: IndexOptions, cwd: string): Promise<Outputs> {
  const outputs: Outputs = { out: null, report: null, suggestActors: null }
  try {
    for (const name of ['out', 'report', 'suggestActors'] as const) {
      const path = options[name]
      if (path !== null) outputs[name] = await openOutput(OUTPUTS[name], path, cwd)
    }
    return outputs
  } catch (error) {
    for (const output of Object.values(outputs)) await output?.discard()
    throw error
  }
}

async function index(
  options: IndexOptions,
  context: Context,
  { out, suggestActors }: Outputs,
): Promise<RunResult> {
  const authority = await faultlessAuthority(options, context)
  const listing = await listSources(...sourcesOf(options, context))
  const unreadable: Problem[] = []
  const onProblem = (problem: Problem) => {
    unreadable.push(problem)
    context.progress.line(printable(`${problem.source}: ${problem.reason}`))
  }
  for (const problem of listing.problems) onProblem(problem)

  const { progress, signal } = context
  const { allowPrivate, map } = options
  const suggestions = suggestActors === null ? null : new Suggestions()
  const reading = new Reading(listing, {
    allowPrivate,
    map,
    authority,
    progress,
    signal,
    onProblem,
    onEntries: (entries) => suggestions?.add(entries),
  })
  const replacesByNothing = () => options.replace && reading.ids.size === 0
  const write = async (entries: Line[]) => {
    for (const entry of entries) await out?.write(line(entry))
  }
  let removed: string[] = []
  let result: UpdateResult | null = null
  if (options.dryRun) {
    for await (const { entries } of reading.documents()) {
      await unlessUnreadable(async () => {
        for await (const chunk of entries) await write(chunk.map(({ entry }) => entry))
      })
    }
  } else if (mayChangeAnything(options, listing)) {
    result = await changeCollection(context, async (update) => {
      authority.authority.others?.remember(knownActors(update.stored.actors.values()))
      for await (const parsed of reading.documents()) {
        await unlessUnreadable(() => update.document(parsed, write))
      }
      const { documents } = update.stored
      if (!replacesByNothing()) {
        removed = removedDocuments(documents.values(), listing, reading.ids, options.replace)
      }
      const actors = actorRecords(authority.authority, update.actors.values())
      return update.finish(reading.records(documents), removed, actors)
    })
  }
  if (suggestions !== null) await suggestActors?.write(suggestions.toYaml(authority.authority))
  if (replacesByNothing() && !options.dryRun) onProblem(NOTHING_TO_REPLACE_WITH)
  const report: Report = {
    documents: reading.reports,
    unreadable,
    skipped: listing.roots.flatMap(({ skipped }) => skipped),
    tooManyNames: authority.authority.others?.isFull ?? false,
    ...reportChanges(result?.changes ?? null),
    removedDocuments: removed,
    corpusVersion: result?.version ?? null,
  }
  const changedAnything = result?.changedAnything ?? false
  return { report, allRead: unreadable.length === 0, changedAnything }
}

/**
 * A fault in the authority file would take actors away from the whole collection: every fault is
 * named, and nothing is indexed.
 */
async function faultlessAuthority(
  { actors }: IndexOptions,
  context: Context,
): Promise<LoadedAuthority> {
  const authority = await loadAuthority(actors, context)
  const { problems } = authority
  if (problems.length === 0) return authority
  for (const { source, reason } of problems) {
    context.progress.line(printable(`${source}: ${reason}`))
  }
  const what = problems.length === 1 ? 'a fault' : `${problems.length} faults`
  throw new UsageError(
    `The authority file has ${what}: correct it and run again. Nothing was indexed.`,
  )
}

/** Actors of earlier runs keep their names: what was indexed then says them. */
const knownActors = (records: Iterable<ActorRecord>): ActorRef[] =>
  [...records].map(({ actorId, name, actorType, verified }) => ({
    id: actorId,
    name,
    type: actorType,
    verified,
  }))

/** Without a source, the project's own collection. */
function sourcesOf({ sources }: IndexOptions, context: Context): Parameters<typeof listSources> {
  const { cwd, project } = context
  return sources.length > 0 ? [sources, { cwd, project }] : [['data'], { cwd: project, project }]
}

const NOTHING_TO_REPLACE_WITH = {
  source: '--replace',
  reason: 'nothing could be read, so the collection stays as it is',
}

/** Sources that name no document leave the collection alone, and need no engine for that. */
function mayChangeAnything({ replace }: IndexOptions, { roots }: Listing): boolean {
  const documents = roots.flatMap(({ documents }) => documents)
  return documents.length > 0 || (!replace && roots.some(isFolder))
}

const isFolder = ({ kind, complete }: Listing['roots'][number]): boolean =>
  kind === 'folder' && complete

/** A document that turns out to be unreadable on the way has been named; the rest is indexed. */
async function unlessUnreadable(read: () => Promise<void>): Promise<void> {
  await read().catch((error) => {
    if (!(error instanceof SourceError)) throw error
  })
}

type Line = Parameters<typeof entryOf>[0]

const line = (entry: Line): string => `${JSON.stringify(entryOf(entry))}\n`
