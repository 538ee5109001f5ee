import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stateFromParams } from '../../search/url.ts'
import { NO_COLLECTION, readCollectionYaml } from './collection-yaml.ts'

function read(text: string) {
  const problems: string[] = []
  const collection = readCollectionYaml(text, (line, message) =>
    problems.push(`${line}: ${message}`),
  )
  return { collection, problems }
}

test('the bundled file is read without a problem, and its examples are searches', () => {
  const file = new URL('../../data/collection.yaml', import.meta.url)
  const { collection, problems } = read(readFileSync(file, 'utf8'))
  expect(problems).toEqual([])
  expect(collection.title).not.toBe('')
  expect(collection.examples.length).toBeGreaterThan(2)
  for (const { search } of collection.examples) {
    const { ignored } = stateFromParams(new URLSearchParams(search))
    expect(ignored).toEqual([])
  }
})

test('every field can be left out', () => {
  expect(read('').collection).toEqual(NO_COLLECTION)
  expect(read('title: A').collection).toEqual({ ...NO_COLLECTION, title: 'A' })
})

test('what is wrong is named with its line, and the rest is read', () => {
  const { collection, problems } = read(
    'title: A\nexamples:\n  - one\n  - {label: two}\naccent: red\ncolour: blue\n',
  )
  expect(collection).toEqual({
    ...NO_COLLECTION,
    title: 'A',
    examples: [{ label: 'one', search: 'q=one' }],
  })
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['6', '4', '5'])
})

test('a file that is not YAML, or no map, is one problem', () => {
  expect(read('title: "open').problems).toHaveLength(1)
  expect(read('- a\n- b\n').problems).toHaveLength(1)
})
