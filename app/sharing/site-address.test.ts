import { expect, test } from 'vitest'
import { addressOf } from './site-address.ts'

const asked = (headers: Record<string, string>) => new Headers(headers)

test('the owner’s word counts, without a slash at its end', () => {
  const request = asked({ host: 'elsewhere.example' })
  expect(addressOf('https://example.org/chronicle/', request)).toBe('https://example.org/chronicle')
})

test('without it, the address is where the request went', () => {
  expect(addressOf(undefined, asked({ host: '127.0.0.1:3000' }))).toBe('http://127.0.0.1:3000')
  expect(addressOf('', asked({ host: '[::1]:80' }))).toBe('http://[::1]:80')
  const forwarded = asked({ host: 'example.org', 'x-forwarded-proto': 'https, http' })
  expect(addressOf(undefined, forwarded)).toBe('https://example.org')
})

test('a host that is none never comes through', () => {
  for (const host of ['evil.example/path', 'a b', '"><script>', 'user@host', '']) {
    expect(addressOf(undefined, asked({ host }))).toBe('http://localhost:3000')
  }
})
