import { type APIRequestContext, expect, test } from '@playwright/test'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** The API's own description, against its real answers. */

type OpenApi = {
  openapi: string
  paths: Record<
    string,
    { get: { parameters?: { name: string }[]; responses: Record<string, unknown> } }
  >
  components: { schemas: Record<string, unknown> }
}

async function describedBy(request: APIRequestContext) {
  const response = await request.get('/api/openapi.json')
  expect(response.status()).toBe(200)
  const description = (await response.json()) as OpenApi
  const ajv = new Ajv({ strict: false, allErrors: true })
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  ajv.addSchema({ $id: 'api', ...description })
  const check = (name: string, value: unknown) => {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`)
    if (validate === undefined) throw new Error(`no schema ${name}`)
    validate(value)
    expect(validate.errors ?? [], `${name}: ${JSON.stringify(value).slice(0, 200)}`).toEqual([])
  }
  return { description, check }
}

test('answers are as described', async ({ request }) => {
  const { check } = await describedBy(request)
  for (const search of [
    '',
    '?q=refugees&size=100',
    '?size=100&page=2&sort=newest',
    '?from=1999-05-01&to=1999-05-31',
    '?kind=banana&from=x&page=0',
    '?q=zeppelin',
    '?q=rambouillet+zeppelin',
  ]) {
    check('Answer', await (await request.get(`/api/entries${search}`)).json())
  }
  const lines = (await (await request.get('/api/entries.jsonl')).text()).trim().split('\n')
  expect(lines.length).toBeGreaterThan(100)
  for (const line of lines) check('Line', JSON.parse(line))
  const none = await (await request.get('/api/entries.jsonl?q=zeppelin&exact=1')).text()
  check('NoLine', JSON.parse(none))
  check('Health', await (await request.get('/api/health')).json())
  const { document } = JSON.parse(lines[0] ?? '{}') as { document: { id: string } }
  check('Window', await (await request.get(`/api/documents/${document.id}?q=kosovo`)).json())
  for (const path of [
    '/api/none',
    '/api/cite?entry=none',
    '/api/cite?format=none',
    '/api/documents/none',
    `/api/documents/${document.id}?at=x`,
  ]) {
    const response = await request.get(path)
    expect(response.status(), path).toBeGreaterThanOrEqual(400)
    check('Error', await response.json())
  }
})

test('every address that is described answers with a described type', async ({ request }) => {
  const { description } = await describedBy(request)
  const answer = await request.get('/api/entries?size=1')
  const [hit] = ((await answer.json()) as { hits: { id: string; document: { id: string } }[] }).hits
  for (const [path, { get }] of Object.entries(description.paths)) {
    const address = path === '/api/cite' ? `${path}?entry=${hit?.id}` : path
    const response = await request.get(address.replace('{id}', hit?.document.id ?? ''))
    expect(response.status(), path).toBe(200)
    const { content } = get.responses['200'] as { content: Record<string, unknown> }
    const type = response.headers()['content-type']?.split(';')[0] ?? ''
    expect(Object.keys(content), path).toContain(type)
  }
})

test('the page for people names every address and every parameter', async ({ page, request }) => {
  const { description } = await describedBy(request)
  await page.goto('/api')
  for (const [path, { get }] of Object.entries(description.paths)) {
    await expect(page.getByText(path, { exact: true }).first()).toBeVisible()
    if (path !== '/api/entries') continue
    for (const { name } of get.parameters ?? []) {
      await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
    }
  }
})
