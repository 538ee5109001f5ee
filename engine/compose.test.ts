import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ENGINE_VERSION } from '#schema/indexes'
import { PROJECT } from './environment.ts'

type Service = { image: string; ports?: string[]; environment: Record<string, string> }

describe('docker-compose.yml', () => {
  const file = readFileSync(join(PROJECT, 'docker-compose.yml'), 'utf8')
  const services: Record<string, Service> = parse(file).services

  it('runs the engine that the tests run', () => {
    expect(services.engine?.image).toBe(`getmeili/meilisearch:v${ENGINE_VERSION}`)
  })

  it("publishes the app's port alone, and keeps the master key from the app", () => {
    const names = (has: (service: Service) => boolean) =>
      Object.entries(services).flatMap(([name, service]) => (has(service) ? [name] : []))
    expect(names(({ ports }) => ports !== undefined)).toEqual(['app'])
    expect(names(({ environment }) => 'MEILI_MASTER_KEY' in environment)).toEqual([
      'engine',
      'indexer',
    ])
  })
})
