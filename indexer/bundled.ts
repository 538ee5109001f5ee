import { join } from 'node:path'
import { createClient } from '#engine/client'
import type { EngineSession } from '#engine/connect'
import { PROJECT, readEngineEnvironment } from '#engine/environment'
import { BUNDLED_ROOT } from '#schema/indexes'
import { changeCollection } from './change.ts'
import { type Context, LOCK_FILE } from './context.ts'
import { LockError, UsageError } from './errors.ts'
import { ensureIndexes } from './push/settings.ts'
import { readCollection, type StoredCollection } from './push/stored.ts'
import { createProgress } from './report/progress.ts'
import { runIndex } from './run.ts'
import { authorityDigest, DEFAULT_AUTHORITY } from './source/authority-file.ts'
import { rootDigest } from './source/digest.ts'
import { listSources } from './source/list.ts'
import { fileBytes, readDocument } from './source/read.ts'

export type RefreshOptions = {
  log: (line: string) => void
  signal?: AbortSignal
  /** For tests: a project's folder with `data/` in it, and a lock of its own. */
  project?: string
  lockFile?: string
}

/**
 * Indexes `data/` into an empty collection, and again when it has changed since and is still part of
 * the collection. A collection without a document of it was replaced, and is left alone.
 *
 * @returns whether it was indexed, and one line that says so
 * @throws EngineError
 */
export async function refreshBundled(
  session: EngineSession,
  options: RefreshOptions,
): Promise<{ indexed: boolean; summary: string }> {
  const { log, project = PROJECT, signal = new AbortController().signal } = options
  const context: Context = {
    cwd: project,
    project,
    lockFile: options.lockFile ?? join(readEngineEnvironment().directory, LOCK_FILE),
    // Whoever changes the collection now knows more about it: we are not to wait for the end of that.
    lockWaitMs: 0,
    connect: async () => ({ ...session, stop: async () => {} }),
    progress: { ...createProgress({ write: () => {} }), line: log },
    signal,
  }
  const client = createClient({ host: session.host, apiKey: session.masterKey })
  const collection = await readCollection(client)
  try {
    if (await isOutdated(collection, context)) return await indexBundled(context)
    // An unchanged collection may still be older than our settings, or have been left half changed.
    if (collection.interrupted)
      await changeCollection(context, (update) => update.finish([], [], null))
    else await ensureIndexes(client)
  } catch (error) {
    if (error instanceof LockError) return { indexed: false, summary: error.message }
    // The page goes on with what the collection holds.
    if (error instanceof UsageError) {
      log(error.message)
      return { indexed: false, summary: error.message }
    }
    throw error
  }
  const { documents, version } = collection
  const summary = `The collection holds ${documents.size} documents, at version ${version}.`
  return { indexed: false, summary }
}

/** Also true for an empty collection. */
async function isOutdated({ documents }: StoredCollection, context: Context): Promise<boolean> {
  if (documents.size === 0) return true
  const bundled = [...documents.values()].filter(({ root }) => root === BUNDLED_ROOT)
  if (bundled.length === 0) return false
  const digest = await presentDigest(context)
  return bundled.some((record) => record.rootDigest !== digest)
}

/** The digest that the documents of `data/` would get if they were indexed now. */
async function presentDigest({ project, signal }: Context): Promise<string> {
  const { roots } = await listSources([BUNDLED_ROOT], { cwd: project, project })
  const digests = roots
    .flatMap(({ documents }) => documents)
    .map(async (planned) => {
      const read = await readDocument(planned, { allowPrivate: false, signal })
      if ('close' in read) await read.close()
      return { source: planned.source, digest: read.digest }
    })
  const authority = await fileBytes(join(project, DEFAULT_AUTHORITY)).catch(() => null)
  return rootDigest(await Promise.all(digests), authorityDigest(authority))
}

async function indexBundled(context: Context): Promise<{ indexed: boolean; summary: string }> {
  const { report, changedAnything } = await runIndex(
    {
      mode: 'index',
      sources: [BUNDLED_ROOT],
      replace: false,
      dryRun: false,
      out: null,
      report: null,
      actors: null,
      suggestActors: null,
      allowPrivate: false,
      map: {},
    },
    context,
  )
  const entries = report.documents.reduce(
    (sum, { entries }) => sum + entries.timeline + entries.paragraph,
    0,
  )
  const what = `${report.documents.length} documents with ${entries} entries`
  return { indexed: changedAnything, summary: `Indexed ${BUNDLED_ROOT}/: ${what}.` }
}
