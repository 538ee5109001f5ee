import { effectiveDates } from '#schema/entry'
import { entryPath } from '#search/server/adapt'
import { placeInDocument } from '../cite/csl'
import { xmlText } from '../sharing/xml'
import type { Format } from './format'
import { retrievalOf } from './provenance'

/** All results on paper: a page that is written while it is read, without script. */

const STYLE = `
  :root { color-scheme: light; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1.25rem; color: #1b1914; background: #fff;
    font: 400 12pt/1.5 "Source Serif 4 Variable", "Source Serif 4", Georgia, serif; }
  header { border-bottom: 1px solid #1b1914; padding-bottom: 1rem; margin-bottom: 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem; }
  header p, .place { font: 400 .8rem/1.5 Inter, system-ui, sans-serif; color: #5f5a4e; margin: .2rem 0; }
  article { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 1.5rem; padding: .7rem 0;
    border-bottom: 1px solid #e2ddd0; break-inside: avoid; }
  article > p { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
  .date { font-weight: 600; }
  .place { grid-column: 2; }
  a { color: inherit; }
  @page { margin: 2cm; }
  @media print { body { margin: 0; max-width: none; padding: 0; } a { text-decoration: none; } }
  @media (max-width: 40rem) { article { grid-template-columns: 1fr; } .place { grid-column: 1; } }
`

export const print: Format = {
  type: 'text/html; charset=utf-8',
  extension: 'html',
  inline: true,
  head: ({ provenance, citable }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${xmlText(provenance.words)} – ${xmlText(citable.siteName)}</title>
<style>${STYLE}</style></head><body>
<header><h1>${xmlText(provenance.words)}</h1>
<p>${xmlText(citable.siteName)} · <a href="${xmlText(provenance.address)}">${xmlText(provenance.address)}</a></p>
<p>${xmlText(retrievalOf(provenance))}</p></header><main>
`,
  entry: (hit, { citable }) => {
    const dates = effectiveDates(hit).map(({ text }) => text)
    const words = dates.length === 0 ? 'Undated' : dates.slice(0, 3).join(', ')
    const here = citable.site + entryPath(hit.id)
    const actors = hit.actors.map(({ name }) => name).join(', ')
    return `<article><p class="date">${xmlText(words.charAt(0).toUpperCase() + words.slice(1))}</p><p>${xmlText(hit.text)}</p><p class="place">${actors === '' ? '' : `${xmlText(actors)} · `}${xmlText(hit.document.title)}, ${xmlText(placeInDocument(hit))} · <a href="${xmlText(here)}">${xmlText(here)}</a></p></article>
`
  },
  tail: () => '</main></body></html>\n',
  broken: ({ message }) =>
    `<p role="alert"><strong>${xmlText(message)}</strong></p></main></body></html>\n`,
}
