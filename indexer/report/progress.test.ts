import { expect, it } from 'vitest'
import { createProgress } from './progress.ts'

function record(isTTY: boolean) {
  let written = ''
  let time = 0
  const stream = { isTTY, columns: 60, write: (text: string) => (written += text) }
  const progress = createProgress(stream, () => (time += 1_000))
  return { progress, written: () => written }
}

it('writes nothing but lines when nobody watches', () => {
  const { progress, written } = record(false)
  progress.documents(1, 4, 'a.txt')
  progress.engine(50)
  progress.line('a.txt: is empty')
  progress.end()
  expect(written()).toBe('a.txt: is empty\n')
})

it('draws a bar, puts lines above it, and removes it', () => {
  const { progress, written } = record(true)
  progress.documents(1, 4, 'a.txt')
  progress.line('a.txt: is empty')
  progress.documents(4, 4, '')
  progress.engine(37.4)
  progress.end()
  const clear = '\r\u001b[K'
  expect(written().split(clear)).toEqual([
    '',
    '██████░░░░░░░░░░░░░░░░░░ 1 of 4 documents  a.txt',
    'a.txt: is empty\n',
    '████████████████████████ 4 of 4 documents  the engine work…',
    '████████████████████████ 4 of 4 documents  the engine work…',
    '',
  ])
})
