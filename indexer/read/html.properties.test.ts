import { expect, it } from 'vitest'
import { parseAuthority } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

/** Every sentence of a generated page stands in exactly one entry, or in what was left out. */

const { authority } = parseAuthority('actors: []', 'actors.yaml')
const PAGES = 300

/** Numbers in [0, below), the same for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function pageOf(seed: number): { html: string; words: string[] } {
  const random = generator(seed)
  const words: string[] = []
  const word = (): string => {
    words.push(`word${words.length}x`)
    return words.at(-1) ?? ''
  }
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
  const many = (make: () => string): string =>
    Array.from({ length: 1 + random(3) }, make).join(pick(['', '\n', ' ']))
  const sentence = (): string =>
    `The harbour ${word()} was <${pick(['b', 'i', 'em'])}>mended</b> then.`
  const inline = (): string =>
    pick([
      sentence,
      () => `${sentence()} ${sentence()}`,
      () => `<b>${pick(['June', 'May'])} ${1990 + random(9)}</b> ${sentence()}`,
      () => `${sentence()}<br>${sentence()}<br><br>${sentence()}`,
      () => `<a href=a>${word()}</a>`,
      () => `<a href=a>Boats ${word()}</a> | <a href=b>Tides ${word()}</a>`,
      () => `<b>Heading ${word()}</b>`,
      () => `<font size=+1><a name=x>${sentence()}</font>`,
      () => `"${sentence()}"<br>President ${word()}<br>June 10, 1999`,
    ])()
  const block = (depth: number): string => {
    const inner = (): string => (depth > 3 ? `<p>${inline()}` : block(depth + 1))
    return pick([
      () => `<p>${inline()}`,
      () => `<p>${inline()}</p>`,
      inline,
      () => `<h${1 + random(6)}>Part ${word()}</h${1 + random(6)}>`,
      () => `<div class="${pick(['a', 'menu', 'cookies'])}">${many(inner)}</div>`,
      () => `<center><font size=2>${many(inner)}</font></center>`,
      () => `<ul>${many(() => `<li>${many(inner)}`)}</ul>`,
      () => `<ol>${many(() => `<li>${inline()}</li>`)}</ol>`,
      () =>
        `<dl>${many(() => `<dt>${pick([() => 'June 1999', word])()}<dd>${inner()}<dd>${inline()}`)}</dl>`,
      () => `<blockquote>${many(inner)}</blockquote>`,
      () => `<blockquote>${inner()}<footer><cite>${word()}</cite></footer></blockquote>`,
      () => `<pre>${sentence()}\n\n1 June 1999: ${sentence()}</pre>`,
      () =>
        `<table>${many(() => `<tr>${many(() => `<${pick(['td', 'td', 'th'])}>${pick([inner, inline])()}`)}`)}</table>`,
      () => `<${pick(['nav', 'aside', 'form', 'header', 'footer'])}>${many(inner)}</nav></form>`,
      () => `<hr>${inner()}`,
    ])()
  }
  return { html: `<html><body>${many(() => block(0))}${many(() => block(0))}`, words }
}

it.each(Array.from({ length: 10 }, (_, part) => part))(
  'holds for generated pages, part %i',
  async (part) => {
    for (let seed = part * PAGES; seed < (part + 1) * PAGES; seed++) {
      const { html, words } = pageOf(seed)
      const { entries, leftOut, document } = await wholeOf(
        await parseDocument(
          { id: 'page', source: 'page.html', format: 'html', text: html },
          authority,
        ),
      )
      // The name of a section stands beside each of its entries.
      const sections = new Set(entries.map(({ entry }) => entry.section ?? ''))
      const texts = [
        ...entries.map(({ entry, margin }) => `${margin} ${entry.text}`),
        ...leftOut.map(({ text }) => text),
        ...sections,
      ].map((text) => new Set(text.match(/word\d+x/g)))
      for (const word of words) {
        const found = texts.filter((text) => text.has(word)).length
        if (found !== 1)
          expect.fail(`seed ${seed}: ${word} stands ${found} times (${document.title})\n${html}`)
      }
    }
  },
)
