import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isAsShipped } from './as-shipped.ts'

const text = readFileSync(new URL('../../data/collection.yaml', import.meta.url), 'utf8')

test('the bundled file is known, whatever ends its lines', () => {
  // Changed on purpose? Then its new digest belongs into as-shipped.ts.
  expect(isAsShipped(text)).toBe(true)
  expect(isAsShipped(text.replaceAll('\n', '\r\n'))).toBe(true)
})

test('a file with any change is its owner’s', () => {
  expect(isAsShipped(`${text}\n`)).toBe(false)
  expect(isAsShipped(text.replace(/^title: .*$/m, 'title: Our archive'))).toBe(false)
  expect(isAsShipped('')).toBe(false)
})
