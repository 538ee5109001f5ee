import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { EngineSession } from '#engine/connect'
import type { Context } from './context.ts'
import { listDocuments } from './list.ts'
import type { IndexOptions } from './options.ts'
import { createProgress } from './report/progress.ts'
import { type RunResult, runIndex } from './run.ts'

/** A project's folder of a test's own, on a test's engine, and the commands in it. */
export type TestProject = {
  folder: string
  context: Context
  /** The lines that a user would have seen. */
  lines: string[]
  write: (path: string, ...paragraphs: string[]) => void
  index: (sources: string[], more?: Partial<IndexOptions>) => Promise<RunResult>
  documentIds: () => Promise<string[]>
}

export function createTestProject(engine: EngineSession): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'kronika-project-'))
  const lines: string[] = []
  const context: Context = {
    cwd: folder,
    project: folder,
    lockFile: join(folder, '.kronika/collection.lock'),
    lockWaitMs: 0,
    connect: async () => ({ ...engine, stop: async () => {} }),
    progress: { ...createProgress({ write: () => {} }), line: (line) => lines.push(line) },
    signal: new AbortController().signal,
  }
  const nothing = { out: null, report: null, actors: null, suggestActors: null }
  const defaults = { replace: false, dryRun: false, allowPrivate: false, map: {}, ...nothing }
  return {
    folder,
    context,
    lines,
    write(path, ...paragraphs) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), paragraphs.join('\n\n'))
    },
    index: (sources, more) => runIndex({ mode: 'index', sources, ...defaults, ...more }, context),
    documentIds: async () => (await listDocuments(context)).map(({ document }) => document.id),
  }
}
