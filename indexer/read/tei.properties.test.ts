import { expect, it } from 'vitest'
import { parseAuthority } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

/** Every sentence of a generated edition stands in exactly one entry, or in what was left out. */

const { authority } = parseAuthority('actors: []', 'actors.yaml')
const EDITIONS = 1000

function editionOf(seed: number): { xml: string; words: string[] } {
  let state = seed * 2654435761 + 1
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const words: string[] = []
  const word = (): string => {
    words.push(`word${words.length}x`)
    return words.at(-1) ?? ''
  }
  const pick = (list: readonly (() => string)[]): string => (list[random(list.length)] ?? word)()
  const many = (make: () => string): string =>
    Array.from({ length: 1 + random(3) }, make).join(random(2) === 0 ? '\n' : '')
  const sentence = (): string => `The <name>harbour</name> ${word()} was mended then.`
  const inline = (): string =>
    pick([
      sentence,
      () => `${sentence()} <note>${sentence()}</note> ${sentence()}`,
      () => `<date when="19${10 + random(90)}-0${1 + random(9)}">${word()}</date>: ${sentence()}`,
      () => `${sentence()}<lb/>${sentence()} <q>${sentence()}</q>`,
      () => `<hi rend="bold">Heading ${word()}</hi>`,
    ])
  const block = (depth: number): string =>
    pick([
      () => `<p>${inline()}</p>`,
      () => `<lg><l>${sentence()}</l><l>${sentence()}</l></lg>`,
      () => `<quote>${many(() => `<p>${inline()}</p>`)}</quote>`,
      () => `<cit><quote>${sentence()}</quote><bibl>${word()}</bibl></cit>`,
      () => `<list>${many(() => `<item>${inline()}</item>`)}</list>`,
      () => `<list>${many(() => `<label>${word()}</label><item>${inline()}</item>`)}</list>`,
      () =>
        `<table>${many(() => `<row>${many(() => `<cell>${inline()}</cell>`)}</row>`)}</table><fw>${word()}</fw>`,
      () =>
        depth > 4
          ? `<p>${inline()}</p>`
          : `<div><head>Part ${word()}</head>${many(() => block(depth + 1))}</div>`,
    ])
  const xml = `<TEI><teiHeader><title>T</title><p>${sentence()}</p></teiHeader>
    <text><body>${many(() => block(0))}${many(() => block(0))}</body></text></TEI>`
  return { xml, words }
}

it('holds for generated editions', async () => {
  for (let seed = 0; seed < EDITIONS; seed++) {
    const { xml, words } = editionOf(seed)
    const { entries, leftOut } = await wholeOf(
      await parseDocument(
        { id: 'edition', source: 'edition.xml', format: 'tei', text: xml },
        authority,
      ),
    )
    const texts = [
      ...entries.map(({ entry, margin }) => `${margin} ${entry.text}`),
      ...leftOut.map(({ text }) => text),
      ...new Set(entries.map(({ entry }) => entry.section ?? '')),
    ].map((text) => new Set(text.match(/word\d+x/g)))
    for (const word of words) {
      const found = texts.filter((text) => text.has(word)).length
      if (found !== 1) expect.fail(`seed ${seed}: ${word} stands ${found} times\n${xml}`)
    }
  }
})
