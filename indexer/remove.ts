import { changeCollection } from './change.ts'
import type { Context } from './context.ts'
import { printable } from './errors.ts'
import { openOutput } from './report/output-file.ts'
import { type Report, reportChanges } from './report/report.ts'
import type { RunResult } from './run.ts'

/**
 * Takes documents out of the collection.
 *
 * @throws UsageError, LockError, EngineError, Interrupted
 */
export async function removeById(
  options: { ids: string[]; report: string | null },
  context: Context,
): Promise<RunResult> {
  const { report: path, ids } = options
  const file = path === null ? null : await openOutput('--report', path, context.cwd)
  try {
    const result = await changeCollection(context, async (update) => {
      const { documents } = update.stored
      const known = ids.filter((id) => documents.has(id))
      const unknown = ids.filter((id) => !documents.has(id))
      const { changes, version, changedAnything } = await update.finish([], known, null)
      const report: Report = {
        documents: [],
        unreadable: unknown.map((source) => ({ source, reason: UNKNOWN })),
        skipped: [],
        tooManyNames: false,
        ...reportChanges(changes),
        removedDocuments: known,
        corpusVersion: version,
      }
      return { report, allRead: unknown.length === 0, changedAnything }
    })
    for (const { source, reason } of result.report.unreadable) {
      context.progress.line(printable(`${source}: ${reason}`))
    }
    await file?.write(`${JSON.stringify(result.report, null, 2)}\n`)
    await file?.commit()
    return result
  } catch (error) {
    await file?.discard()
    throw error
  } finally {
    context.progress.end()
  }
}

const UNKNOWN = 'no document of the collection has this id: --list shows them'
