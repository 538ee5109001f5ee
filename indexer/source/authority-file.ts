import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Authority, authorityOf, parseAuthority } from '../actors/authority.ts'
import { SourceError, UsageError } from '../errors.ts'
import { decode } from './decode.ts'
import type { Problem } from './list.ts'
import { fileBytes } from './read.ts'

/** Of the project, unless another is given. */
export const DEFAULT_AUTHORITY = 'data/actors.yaml'

export type LoadedAuthority = {
  authority: Authority
  /** See `authorityDigest`. */
  digest: string
  /** What is wrong in it, with its line. */
  problems: Problem[]
}

/**
 * Reads the authority file.
 *
 * @param given the file named on the command line, which must be there; null for the project's own
 * @throws UsageError when the given file cannot be read
 */
export async function loadAuthority(
  given: string | null,
  place: { cwd: string; project: string },
): Promise<LoadedAuthority> {
  const shown = given ?? DEFAULT_AUTHORITY
  const path = given === null ? join(place.project, DEFAULT_AUTHORITY) : resolve(place.cwd, given)
  try {
    const bytes = await fileBytes(path)
    const digest = authorityDigest(bytes)
    const { authority, problems } = parseAuthority(decode(bytes), shown)
    return { authority, digest, problems: problems.map((problem) => named(problem, shown)) }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    if (given !== null) throw new UsageError(`--actors: ${given} ${error.message}`)
    // A project without actors is one; a file that is there and cannot be read is a problem.
    const problems = existsSync(path) ? [{ source: shown, reason: error.message }] : []
    return { authority: authorityOf([]), digest: authorityDigest(null), problems }
  }
}

/** Digest of an authority file's bytes, and of the absence of one. */
export function authorityDigest(bytes: Uint8Array | null): string {
  return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex')
}

function named({ line, message }: { line: number; message: string }, file: string): Problem {
  const source = `${file}:${line}`
  const prefix = `${source}: `
  return { source, reason: message.startsWith(prefix) ? message.slice(prefix.length) : message }
}
