import { describe, expect, it } from 'vitest'
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

  it('gives up after its deadline', async () => {
    const { host, masterKey } = await connectInTest(temporaryEnvironment())
    const client = createClient({ host, apiKey: masterKey })
    const documents = Array.from({ length: 20_000 }, (_, id) => ({ id, text: `entry ${id}` }))
    const { taskUid } = await client.index('slow').addDocuments(documents)
    const attempt = waitForTask(client, taskUid, { deadlineMs: 1 })
    await expect(attempt).rejects.toMatchObject({ code: 'timeout' })
  })
})
