import { EngineError } from '#engine/errors'
import type { Context } from './context.ts'
import { Interrupted, LockError, OutputError, printable, UsageError } from './errors.ts'
import { HELP } from './help.ts'
import { formatList, listDocuments } from './list.ts'
import { type Options, parseOptions } from './options.ts'
import { removeById } from './remove.ts'
import { formatSummary } from './report/summary.ts'
import { type RunResult, runIndex } from './run.ts'

type Output = { isTTY?: boolean; write(text: string): unknown }

/** The exit statuses of the command; 130 is a shell's for Ctrl-C. */
const STATUS = { allRead: 0, notAllRead: 1, wrongUse: 2, interrupted: 130 } as const

/** Failures that a user can do something about. */
const EXPECTED = [EngineError, LockError, OutputError]

/** `npm run index`: what the arguments ask for. Returns the exit status; never throws. */
export async function main(args: string[], context: Context, stdout: Output): Promise<number> {
  try {
    return await perform(parseOptions(args), context, stdout)
  } catch (error) {
    context.progress.end()
    return explain(error, context)
  }
}

async function perform(options: Options, context: Context, stdout: Output): Promise<number> {
  if (options.mode === 'help') {
    stdout.write(HELP)
    return STATUS.allRead
  }
  if (options.mode === 'list') {
    const documents = await listDocuments(context)
    if (documents.length === 0) context.progress.line('The collection is empty.')
    stdout.write(formatList(documents, stdout.isTTY === true))
    return STATUS.allRead
  }
  const began = performance.now()
  const result: RunResult =
    options.mode === 'remove'
      ? await removeById(options, context)
      : await runIndex(options, context)
  const summary = formatSummary(result.report, {
    mode: options.mode === 'index' && options.dryRun ? 'dry run' : options.mode,
    changedAnything: result.changedAnything,
    ms: performance.now() - began,
    reportFile: options.report,
  })
  stdout.write(summary)
  return result.allRead ? STATUS.allRead : STATUS.notAllRead
}

function explain(error: unknown, { progress, signal }: Context): number {
  // Ctrl-C reaches the engine too: what its end makes fail is no failure of its own.
  if (signal.aborted) {
    progress.line(new Interrupted().message)
    return STATUS.interrupted
  }
  if (error instanceof UsageError) {
    progress.line(printable(error.message))
    return STATUS.wrongUse
  }
  if (EXPECTED.some((expected) => error instanceof expected)) {
    progress.line(printable((error as Error).message))
    return STATUS.notAllRead
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  progress.line(printable(`Unexpected: ${message}. This is a bug (KRONIKA_DEBUG=1 shows where).`))
  if (process.env.KRONIKA_DEBUG === '1') progress.line(stack ?? '')
  return STATUS.notAllRead
}
