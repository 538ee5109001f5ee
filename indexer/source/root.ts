import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'

/**
 * How a source of the command line is remembered with its documents, so that reading it again finds
 * them: a path relative to the project, or a digest of a path outside, which says nothing about the
 * machine. An address is its own key.
 */
export function rootKey(absolutePath: string, project: string): string {
  const path = relative(project, absolutePath)
  if (path === '') return '.'
  if (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) return slashed(path)
  const digest = createHash('sha256').update(absolutePath).digest('hex')
  return `outside-${digest.slice(0, 16)}`
}

/** A relative path with slashes on every system. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
