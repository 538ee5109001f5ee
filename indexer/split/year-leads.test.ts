import { expect, it } from 'vitest'
import { datedIn } from './test-entries.ts'

const LIST = ['1886 Ada opens a shop.', '1888 The roof falls.', '1889 It is mended.']

it.each(['txt', 'md', 'html'] as const)(
  'a list of years in .%s has people called May',
  async (format) => {
    const people = [
      ['1890', 'May resigns over tariffs.'],
      ['1891', 'April was heard.'],
      ['1892', 'June defeats the motion.'],
      ['1893', 'May died in Westport.'],
      ['1894', 'March on Westport begins.'],
    ]
    const lines = [...LIST, ...people.map((entry) => entry.join(' '))]
    const around = { txt: '%', md: '- %', html: '<p>%</p>' }[format]
    const list = lines.map((line) => around.replace('%', line))
    expect((await datedIn(list, format)).slice(LIST.length)).toEqual(people)
  },
)

it.each([
  ['1890 May: opening of the bridge.', '1890-05', 'opening of the bridge.'],
  ['1890 May 3 The bridge opens.', '1890-05-03', 'The bridge opens.'],
  ['1890 May The treaty is signed.', '1890-05', 'The treaty is signed.'],
  ['1890 May riots in Westport.', '1890-05', 'riots in Westport.'],
  ['1890 May appointed director.', '1890-05', 'appointed director.'],
])('and months: %s', async (line, edtf, text) => {
  expect((await datedIn([...LIST, line])).at(-1)).toEqual([edtf, text])
})

it.each([
  [
    'no other line begins with a year alone',
    ['1886 June 3 A shop opens.', '1888 July The roof falls.'],
  ],
  ['months stand beside other years', [...LIST, '1889 July The roof falls again.']],
  ['too few lines do', LIST.slice(1)],
  ['years stand before colons', LIST.map((line) => line.replace(' ', ': '))],
])('a month stays one where %s', async (_, lines) => {
  expect((await datedIn([...lines, '1890 May resigns.'])).at(-1)).toEqual(['1890-05', 'resigns.'])
})
