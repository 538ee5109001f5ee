/** Failures that a user can cause or must know of. Each message is one line: what, where, what to do. */

/** Wrong use of the command: exit 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** One source cannot be read: it is named in the report, the rest is indexed, exit 1. */
export class SourceError extends Error {
  override name = 'SourceError'
}

/** What a source holds is of another kind than its name says: in a folder it is skipped. */
export class OtherFormatError extends SourceError {
  override name = 'OtherFormatError'
}

/** A file of results cannot be written to its end: exit 1. */
export class OutputError extends Error {
  override name = 'OutputError'
}

/** Another run holds the collection: exit 1. */
export class LockError extends Error {
  override name = 'LockError'
}

/** The user asked the run to stop: exit 130. */
export class Interrupted extends Error {
  override name = 'Interrupted'

  constructor() {
    super('Stopped. The collection is not half changed: run it again to complete the change.')
  }
}

/** @throws Interrupted when the user asked to stop: called between two steps, never inside one */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new Interrupted()
}

const FILE_REASONS: Record<string, string> = {
  ENOENT: 'does not exist: check the name',
  ENOTDIR: 'does not exist: a part of its path is a file',
  EACCES: 'may not be read: check its permissions',
  EPERM: 'may not be read: check its permissions',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads back to itself: remove it',
  ENAMETOOLONG: 'has a name that the system does not take: shorten it',
  EMFILE: 'cannot be opened: too many files are open',
  EIO: 'cannot be read: the disk reports an error',
}

/** A failure of the file system as the end of a line that begins with the file's name. */
export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return FILE_REASONS[code ?? ''] ?? `cannot be read (${code ?? message})`
}

/** A name or message on one line of a terminal: control characters are shown, not sent. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) =>
    character === '\n'
      ? ' '
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
