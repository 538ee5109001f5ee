import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, PROJECT, readEngineEnvironment, readEnvironment } from './environment.ts'

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(variables)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
}

describe('readEnvironment', () => {
  it('serves on loopback at 3000 when nothing is said', () => {
    const { engine, server } = readEnvironment({})
    expect(server).toEqual({ port: 3000, host: '127.0.0.1', publicUrl: null, withoutData: false })
    expect(engine).toMatchObject({ host: null, binary: null, port: 7700 })
    expect(engine.directory).toBe(resolve(PROJECT, '.kronika'))
  })

  it('takes empty variables for none', () => {
    const names = ['PORT', 'HOST', 'PUBLIC_URL', 'MEILI_HOST', 'MEILI_BIN', 'KRONIKA_DIR']
    const empty = Object.fromEntries(names.map((name) => [name, ' ']))
    expect(readEnvironment(empty)).toEqual(readEnvironment({}))
  })

  it('names every variable that is wrong, in one line', () => {
    const wrong = {
      PORT: '80a',
      HOST: 'a b',
      PUBLIC_URL: 'ftp://example.org',
      MEILI_HOST: 'localhost:7700',
      KRONIKA_ENGINE_PORT: '65536',
      KRONIKA_ENGINE_MEMORY: 'much',
    }
    const problems = problemsOf(wrong)
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(
      Object.keys(wrong).sort(),
    )
    expect(new EnvironmentError(problems).message).not.toContain('\n')
  })

  it.each(['0', '-1', '3000.5', '1e3', '0x10', '99999'])('refuses the port %s', (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1)
  })

  it.each(['512MiB', '1GiB', '1 GiB', '2Gb', '1073741824', '1.5GiB'])(
    'takes %s of memory',
    (size) => {
      expect(problemsOf({ KRONIKA_ENGINE_MEMORY: size })).toEqual([])
    },
  )

  it('takes several engines, each once, in their order', () => {
    const hostOf = (MEILI_HOST: string) => readEnvironment({ MEILI_HOST }).engine.host
    expect(hostOf('http://b:7700/, http://a:7700,')).toBe('http://b:7700,http://a:7700')
    expect(problemsOf({ MEILI_HOST: 'http://a:7700,b:7700' })).toHaveLength(1)
    expect(problemsOf({ MEILI_HOST: 'http://a:7700, http://a:7700/' })).toHaveLength(1)
  })

  it('leaves no slash at the end of an address', () => {
    const { server } = readEnvironment({ PUBLIC_URL: 'https://example.org/chronicle/' })
    expect(server.publicUrl).toBe('https://example.org/chronicle')
  })

  it('does not hold the indexer to the variables of the server', () => {
    expect(readEngineEnvironment({ PORT: 'wrong' }).port).toBe(7700)
  })
})
