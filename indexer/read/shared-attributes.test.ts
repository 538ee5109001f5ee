import { expect, test } from 'vitest'
import { htmlTree } from './html-tree.ts'

const attributesOf = (html: string) =>
  htmlTree(html).flatMap((node) => (node.text === null ? [node.attributes] : []))

test('elements with the same attributes share them, and no others', () => {
  const [one, two, three, four] = attributesOf(
    '<p class=a id=x>1</p><p class=a id=x>2</p><p class=a>3</p><p class=a id=y class=z>4</p>',
  )
  expect(two).toBe(one)
  expect([one, three, four].map((map) => [...(map ?? [])])).toEqual([
    [
      ['class', 'a'],
      ['id', 'x'],
    ],
    [['class', 'a']],
    [
      ['class', 'a'],
      ['id', 'y'],
    ],
  ])
})

test('many different attributes stay apart', () => {
  const numbers = [...Array(2_000).keys()]
  const page = numbers.map((n) => `<p id="${n}" class="${n % 7}" lang=en>${n}</p>`).join('')
  expect(attributesOf(page).map((map) => Object.fromEntries(map))).toEqual(
    numbers.map((n) => ({ id: `${n}`, class: `${n % 7}`, lang: 'en' })),
  )
})
