import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EngineError } from './errors.ts'

/** The project's folder, whatever the working directory is. */
export const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Small tasks take 10 to 50 ms with it, against seconds with the engine's own default. */
const DEFAULT_MEMORY = '1GiB'

export type EngineEnvironment = {
  /** A running engine to use instead of one of our own, or several that share the collection, with commas between. */
  host: string | null
  masterKey: string
  /** The executable to run. */
  binary: string | null
  /** Where the embedded engine keeps its key, database and log. */
  directory: string
  port: number
  /** `--max-indexing-memory`. */
  memory: string
}

export type ServerEnvironment = {
  port: number
  /** The address that the web server binds; loopback by default. */
  host: string
  /** The address that absolute links use, without a slash at the end. */
  publicUrl: string | null
  /** For tests: start with the collection as it is. */
  withoutData: boolean
}

type Variables = Record<string, string | undefined>

/** Every variable that is wrong, in one line. */
export class EnvironmentError extends EngineError {
  override name = 'EnvironmentError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super('environment', `The environment is wrong: ${problems.join('; ')}.`)
    this.problems = problems
  }
}

/** @throws EnvironmentError naming every wrong variable of engine and server */
export function readEnvironment(variables: Variables = process.env): {
  engine: EngineEnvironment
  server: ServerEnvironment
} {
  return checked((problems) => ({
    engine: engineVariables(variables, problems),
    server: serverVariables(variables, problems),
  }))
}

/** The engine's part alone, for programs that serve nothing. */
export function readEngineEnvironment(variables: Variables = process.env): EngineEnvironment {
  return checked((problems) => engineVariables(variables, problems))
}

/** The server's part alone, for the program that serves what is built. */
export function readServerEnvironment(variables: Variables = process.env): ServerEnvironment {
  return checked((problems) => serverVariables(variables, problems))
}

function checked<T>(read: (problems: string[]) => T): T {
  const problems: string[] = []
  const environment = read(problems)
  if (problems.length > 0) throw new EnvironmentError(problems)
  return environment
}

function engineVariables(variables: Variables, problems: string[]): EngineEnvironment {
  const memory = text(variables, 'KRONIKA_ENGINE_MEMORY') ?? DEFAULT_MEMORY
  if (!/^\d+(\.\d+)? ?([KMGT]i?)?B?$/i.test(memory)) {
    problems.push(`KRONIKA_ENGINE_MEMORY is '${memory}' but must be a size like 1GiB`)
  }
  const binary = text(variables, 'MEILI_BIN')
  return {
    host: addresses(variables, 'MEILI_HOST', problems),
    masterKey: text(variables, 'MEILI_MASTER_KEY') ?? '',
    binary: binary && resolve(binary),
    directory: resolve(text(variables, 'KRONIKA_DIR') ?? join(PROJECT, '.kronika')),
    port: port(variables, 'KRONIKA_ENGINE_PORT', 7700, problems),
    memory,
  }
}

function serverVariables(variables: Variables, problems: string[]): ServerEnvironment {
  const host = text(variables, 'HOST') ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) {
    problems.push(`HOST is '${host}' but must be a host name or an IP address`)
  }
  return {
    port: port(variables, 'PORT', 3000, problems),
    host,
    publicUrl: address(variables, 'PUBLIC_URL', problems),
    withoutData: text(variables, 'KRONIKA_NO_DATA') === '1',
  }
}

/** An empty variable counts as none. */
function text(variables: Variables, name: string): string | null {
  return variables[name]?.trim() || null
}

function port(variables: Variables, name: string, otherwise: number, problems: string[]): number {
  const value = text(variables, name)
  if (value === null) return otherwise
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number
  problems.push(`${name} is '${value}' but must be a port from 1 to 65535`)
  return otherwise
}

/** One or several, with commas between. */
function addresses(variables: Variables, name: string, problems: string[]): string | null {
  const values = (text(variables, name) ?? '').split(',').filter((value) => value.trim() !== '')
  const all = values.map((value) => address({ [name]: value }, name, problems))
  if (new Set(all).size < all.length) problems.push(`${name} names the same engine twice`)
  return all.length === 0 ? null : all.join(',')
}

function address(variables: Variables, name: string, problems: string[]): string | null {
  const value = text(variables, name)
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return value.replace(/\/+$/, '')
  }
  problems.push(`${name} is '${value}' but must be an address like http://localhost:7700`)
  return null
}
