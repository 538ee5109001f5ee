import { describe, expect, it } from 'vitest'
import { collapse, normaliseText } from './normalise.ts'

describe('normaliseText', () => {
  it.each([
    ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a page end is a paragraph end', 'one\f\ntwo', 'one\n\ntwo'],
    ['spaces', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['a byte order mark and invisible marks', '\ufeffsoft\u00adhyphen\u200b', 'softhyphen'],
    ['composition', 'cafe\u0301', 'café'],
    ['control characters', 'a\u0000b\u001bc\u009d', 'abc'],
    ['Windows-1252 read as Latin 1', 'it\u0092s \u0093so\u0094\u0085', 'it’s “so”…'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    [
      'the links of a wiki',
      '1998[edit]\nMarch [edit | edit source]\nAn [edit] war',
      '1998\nMarch\nAn [edit] war',
    ],
    ['joiners beside Latin letters', 'a\u200db', 'ab'],
  ])('%s', (_, text, expected) => {
    expect(normaliseText(text)).toBe(expected)
  })

  it('keeps what joins an emoji or a Persian word', () => {
    const text = '👩\u200d🚀 می\u200cخواهم'
    expect(normaliseText(text)).toBe(text)
  })
})

it('collapse leaves single spaces', () => {
  expect(collapse('  a\t\tb \n c ')).toBe('a b c')
})
