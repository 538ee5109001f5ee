import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from './client.ts'
import { waitForTask } from './tasks.ts'
import { connectInTest, temporaryEnvironment } from './test-engine.ts'

describe('waitForTask', () => {
  it("resolves when the work is done, and fails with the engine's own reason", async () => {
    const { host, masterKey } = await connectInTest(temporaryEnvironment())
    const client = createClient({ host, apiKey: masterKey })
    const index = client.index('tried')
    const options = { deadlineMs: 20_000 }

    const good = await index.addDocuments([{ id: 'a' }], { primaryKey: 'id' })
    await waitForTask(client, good.taskUid, options)
    expect((await index.getDocuments()).total).toBe(1)

    const bad = await index.addDocuments([{ id: 'not an id!' }])
    const failed = waitForTask(client, bad.taskUid, options)
    await expect(failed).rejects.toMatchObject({ code: 'task-failed' })
    await expect(failed).rejects.toThrow(/not an id!.*invalid/)

    const none = waitForTask(client, 9_999, options)
    await expect(none).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says that the engine begins a task again and again, as it does with a full disk', async () => {
    let asked = 0
    const server = createServer((_, response) => {
      const startedAt = new Date(Date.UTC(2000, 0, 1, 0, asked++)).toISOString()
      response.end(JSON.stringify({ uid: 5, status: 'processing', startedAt }))
    }).listen(0, '127.0.0.1')
    onTestFinished(() => server.close().closeAllConnections())
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const client = createClient({ host: `http://127.0.0.1:${port}` })
    const waiting = waitForTask(client, 5, { deadlineMs: 20_000 })
    await expect(waiting).rejects.toThrow(/task 5 again and again/)
    expect(asked).toBe(4)
  })

  it('gives up after its deadline', async () => {
    const { host, masterKey } = await connectInTest(temporaryEnvironment())
    const client = createClient({ host, apiKey: masterKey })
    const documents = Array.from({ length: 20_000 }, (_, id) => ({ id, text: `entry ${id}` }))
    const { taskUid } = await client.index('slow').addDocuments(documents)
    const attempt = waitForTask(client, taskUid, { deadlineMs: 1 })
    await expect(attempt).rejects.toMatchObject({ code: 'timeout' })
  })
})
