import { expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'

it('gives equal values equal text', () => {
  const value = { b: [1, { d: null, c: 'é"\n' }], a: { z: 0.1, y: true, x: [] }, u: undefined }
  const turned = { a: { x: [], y: true, z: 0.1 }, b: [1, { c: 'é"\n', d: null }] }
  expect(canonicalJson(value)).toBe(canonicalJson(turned))
  expect(JSON.parse(canonicalJson(value))).toEqual(turned)
})

it('tells different values apart', () => {
  const values = [{}, [], null, '', 0, '0', [0], { a: 0 }, { a: [] }, { a: { b: 0 } }, 'null']
  expect(new Set(values.map(canonicalJson)).size).toBe(values.length)
})
