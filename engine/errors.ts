import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch'

/** What went wrong, for callers that answer differently to each. */
export type EngineErrorCode =
  | 'unreachable'
  | 'forbidden'
  | 'timeout'
  | 'not-found'
  | 'refused'
  | 'task-failed'
  | 'no-engine'
  | 'environment'

/** An expected failure of the engine. `message` is one line: what, where, what to do. */
export class EngineError extends Error {
  override name = 'EngineError'
  readonly code: EngineErrorCode

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(oneLine(message), options)
    this.code = code
  }
}

const NOT_FOUND = ['index_not_found', 'document_not_found', 'task_not_found', 'api_key_not_found']
const FORBIDDEN = ['invalid_api_key', 'missing_authorization_header', 'missing_master_key']
const TIMEOUTS = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']
/** What its server answers when a request does not come in within five seconds; it has done nothing then. */
const GAVE_UP_READING = 408
const CAUSES: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection lost',
  EHOSTUNREACH: 'no route to it',
  ENETUNREACH: 'no route to it',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'its name cannot be resolved',
  UND_ERR_SOCKET: 'connection lost',
}

/**
 * Any failure of a call to the engine as an EngineError.
 *
 * @param where the engine's address, or what was being done there; stands in the message
 */
export function toEngineError(error: unknown, where: string): EngineError {
  if (error instanceof EngineError) return error
  if (error instanceof MeilisearchApiError) return fromAnswer(error, where)
  const cause = error instanceof MeilisearchRequestError ? error.cause : error
  if (cause instanceof MeilisearchApiError) return fromAnswer(cause, where)
  return fromConnection(cause, where)
}

function fromAnswer(error: MeilisearchApiError, where: string): EngineError {
  const options = { cause: error }
  const code = error.cause?.code
  const { status } = error.response
  if (FORBIDDEN.includes(code ?? '') || status === 401 || status === 403) {
    const message = `The search engine refused the key (${where}): check MEILI_MASTER_KEY.`
    return new EngineError('forbidden', message, options)
  }
  if (NOT_FOUND.includes(code ?? '')) {
    return new EngineError('not-found', `${error.message} (${where})`, options)
  }
  if (status === GAVE_UP_READING) {
    const message = `The search engine gave up waiting for a request (${where}): this machine is too busy; try again later.`
    return new EngineError('unreachable', message, options)
  }
  if (code === undefined) return notAnEngine(where, `status ${status}`, error)
  return new EngineError(
    'refused',
    `The search engine refused (${where}): ${error.message}`,
    options,
  )
}

function fromConnection(error: unknown, where: string): EngineError {
  const options = { cause: error }
  if (isTimeout(error)) {
    const message = `The search engine did not answer in time (${where}): try again, or look at its load.`
    return new EngineError('timeout', message, options)
  }
  if (error instanceof SyntaxError) return notAnEngine(where, 'an answer that is not JSON', error)
  const code = systemCode(error)
  const reason = CAUSES[code ?? ''] ?? code ?? deepestMessage(error)
  const message = `The search engine cannot be reached (${where}): ${reason}. Is it running, and is MEILI_HOST right?`
  return new EngineError('unreachable', message, options)
}

function notAnEngine(where: string, what: string, cause: unknown): EngineError {
  const message = `What answers there is not Meilisearch (${where}: ${what}): check MEILI_HOST.`
  return new EngineError('refused', message, { cause })
}

function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const names = ['TimeoutError', 'AbortError', 'MeilisearchRequestTimeOutError']
  return (
    names.includes(error.name) ||
    error.name === 'MeilisearchTaskTimeOutError' ||
    TIMEOUTS.includes(systemCode(error) ?? '')
  )
}

/** The system's code of a failed connection, which fetch hides one level down. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : systemCode(cause)
}

function deepestMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : deepestMessage(error.cause)
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
