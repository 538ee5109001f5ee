import { randomUUID } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'

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
 * @throws UsageError when it cannot be written
 */
export async function openOutput(option: string, path: string, cwd: string): Promise<OutputFile> {
  const given = resolve(cwd, path)
  const target = await realpath(given).catch(() => given)
  try {
    const found = await stat(target).catch(() => null)
    if (found?.isDirectory()) throw new UsageError(`${option}: ${path} is a folder, not a file`)
    // A device or a pipe must not be replaced by a file.
    if (found && !found.isFile()) return buffered(await open(target, 'w'), null, target)
    const draft = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}`)
    return buffered(await open(draft, 'wx', found?.mode ?? 0o666), draft, target)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    const reasons: Record<string, string> = {
      ENOENT: 'its folder does not exist',
      ENOTDIR: 'its folder does not exist',
      EACCES: 'permission denied',
      EROFS: 'the disk is read-only',
    }
    throw new UsageError(`${option}: ${path} cannot be written: ${reasons[code ?? ''] ?? message}`)
  }
}

function buffered(file: FileHandle, draft: string | null, target: string): OutputFile {
  let buffer = ''
  const flush = async () => {
    const text = buffer
    buffer = ''
    await file.appendFile(text)
  }
  return {
    async write(text) {
      buffer += text
      if (buffer.length > BUFFER_CHARACTERS) await flush()
    },
    async commit() {
      await flush()
      await file.close()
      if (draft !== null) await rename(draft, target)
    },
    async discard() {
      await file.close()
      if (draft !== null) await rm(draft, { force: true })
    },
  }
}
