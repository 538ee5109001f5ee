import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClient, withDeadline } from './client.ts'
import { connectEngine } from './connect.ts'
import { EngineError, toEngineError } from './errors.ts'
import { temporaryEnvironment } from './test-engine.ts'

const never: RequestListener = () => {}
const answer =
  (status: number, body: string): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body)
const refusal = (code: string) => JSON.stringify({ message: 'The reason.', code, type: 'x' })

describe('toEngineError', () => {
  it.each([
    ['timeout', never],
    ['forbidden', answer(403, refusal('invalid_api_key'))],
    ['forbidden', answer(401, refusal('missing_authorization_header'))],
    ['not-found', answer(404, refusal('index_not_found'))],
    ['refused', answer(400, refusal('invalid_search_filter'))],
    ['refused', answer(404, '{}')],
    ['refused', answer(200, '<!doctype html>')],
  ])('%s', async (code, listener) => {
    const host = await serve(listener)
    const error = await failureOf(createClient({ host, timeoutMs: 150 }).getStats(), host)
    expect(error.code).toBe(code)
    expect(error.message).toContain(host)
    expect(error.message).not.toMatch(/\n|\bat .*:\d+:\d+/)
  })

  it('unreachable, for nobody there and for no such host', async () => {
    for (const host of ['http://127.0.0.1:2', 'http://nobody.invalid:7700']) {
      const error = await failureOf(createClient({ host, timeoutMs: 5_000 }).getStats(), host)
      expect(error.code).toBe('unreachable')
      expect(error.message).toMatch(/: (connection refused|no such host|its name)/)
    }
  })

  it("keeps the engine's own reason", async () => {
    const host = await serve(answer(400, refusal('invalid_search_filter')))
    const error = await failureOf(createClient({ host }).getStats(), 'counting')
    expect(error.message).toContain('The reason.')
  })

  it('leaves what is one already', () => {
    const error = new EngineError('refused', 'once')
    expect(toEngineError(error, 'twice')).toBe(error)
  })
})

describe('withDeadline', () => {
  it('ends a call that nobody gave up', async () => {
    const host = await serve(never)
    const signal = withDeadline(new AbortController().signal, 150)
    const call = createClient({ host }).index('any').search('', {}, { signal })
    expect((await failureOf(call, host)).code).toBe('timeout')
  })
})

it('tells an engine that gave up reading a request from something else that answers', async () => {
  const host = await serve(answer(408, ''))
  const failure = await failureOf(createClient({ host }).tasks.getTask(1), host)
  expect(failure).toMatchObject({ code: 'unreachable', message: expect.stringMatching(/too busy/) })
})

describe('connectEngine with MEILI_HOST', () => {
  it.each([
    ['forbidden', /MEILI_MASTER_KEY/, answer(403, refusal('invalid_api_key'))],
    ['refused', /not Meilisearch/, answer(200, '{"hello":1}')],
  ])('%s', async (code, message, listener) => {
    const host = await serve(listener)
    const attempt = connectEngine({ environment: temporaryEnvironment({ host }) })
    await expect(attempt).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function failureOf(call: Promise<unknown>, where: string): Promise<EngineError> {
  const outcome = await call.then(
    () => null,
    (error) => toEngineError(error, where),
  )
  if (outcome === null) throw new Error('the call succeeded')
  return outcome
}
