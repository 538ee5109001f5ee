import { describe, expect, it } from 'vitest'
import { SourceError } from '../errors.ts'
import { decode } from './decode.ts'

const TEXT = 'Milošević, “café”, 5 € – naïve'

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}

describe('decode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16, big end first', utf16(`\ufeff${TEXT}`, false)],
  ])('reads %s', (_name, bytes) => {
    expect(decode(bytes)).toBe(TEXT)
  })

  it('falls back to Windows-1252', () => {
    const bytes = Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80])
    expect(decode(bytes)).toBe('“café” €')
  })

  it('believes a charset that fits, and no other', () => {
    expect(decode(Uint8Array.from([0xc3, 0xa9, 0x80]), 'latin1')).toBe('Ã©€')
    expect(decode(Uint8Array.from([0xb9, 0xe6]), 'iso-8859-2')).toBe('šć')
    expect(decode(new TextEncoder().encode('š'), 'no-such-charset')).toBe('š')
    expect(decode(Uint8Array.from([0xe9]), 'utf-8')).toBe('é')
  })

  it('refuses what is no text', () => {
    const noise = Uint8Array.from(
      { length: 4_000 },
      (_, i) => ((i * 2_654_435_761) >>> 13) % 255 || 1,
    )
    for (const bytes of [noise, new TextEncoder().encode('PK\u0003\u0004\u0000text text text')]) {
      expect(() => decode(bytes)).toThrow(/^is a binary file/)
    }
  })

  it('takes a stray form feed or end-of-file mark', () => {
    expect(decode(new TextEncoder().encode('one\ftwo\r\n\u001a'))).toBe('one\ftwo\r\n\u001a')
  })

  it.each(['', '\ufeff', ' \r\n\t'])('refuses the empty text %j', (text) => {
    expect(() => decode(new TextEncoder().encode(text))).toThrow(SourceError)
  })
})
