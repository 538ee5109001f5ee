import { randomUUID } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OutputError, UsageError } from '../errors.ts'

const BUFFER_CHARACTERS = 1_000_000

/** A file that appears complete or not at all. */
export type OutputFile = {
  write(text: string): Promise<void>
  /** Puts the file under its name. */
  commit(): Promise<void>
  /** Leaves whatever was there before. */
  discard(): Promise<void>
}

/**
 * Opens a file to write beside its final place, so that a run that fails leaves nothing half-written.
 *
 * @param option the option that named it, for messages
 * @throws UsageError when it cannot be written; what it returns throws OutputError
 */
export async function openOutput(option: string, path: string, cwd: string): Promise<OutputFile> {
  const given = resolve(cwd, path)
  const target = await realpath(given).catch(() => given)
  const failure = (error: unknown) => `${option}: ${path} cannot be written: ${reasonOf(error)}`
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory()) throw new UsageError(`${option}: ${path} is a folder, not a file`)
  // A device or a pipe must not be replaced by a file.
  const isReplaced = !found || found.isFile()
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}`)
  try {
    const file = await (isReplaced ? open(draft, 'wx', found?.mode) : open(target, 'w'))
    return buffered(file, isReplaced ? { draft, target } : null, failure)
  } catch (error) {
    throw new UsageError(failure(error))
  }
}

function buffered(
  file: FileHandle,
  place: { draft: string; target: string } | null,
  failure: (error: unknown) => string,
): OutputFile {
  let buffer = ''
  const attempt = async (action: () => Promise<unknown>) => {
    try {
      await action()
    } catch (error) {
      throw new OutputError(failure(error))
    }
  }
  const flush = async () => {
    const text = buffer
    buffer = ''
    await file.appendFile(text)
  }
  return {
    async write(text) {
      buffer += text
      if (buffer.length > BUFFER_CHARACTERS) await attempt(flush)
    },
    commit: () =>
      attempt(async () => {
        await flush()
        await file.close()
        if (place !== null) await rename(place.draft, place.target)
      }),
    async discard() {
      await file.close().catch(() => {})
      if (place !== null) await rm(place.draft, { force: true })
    },
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space left on the disk',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}
