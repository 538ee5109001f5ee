import { entryPath } from '#search/server/adapt'
import { titleOfEntry } from '../cite/csl'
import { xmlText } from '../sharing/xml'
import type { Format } from './format'
import { remarkOf } from './provenance'

/**
 * An Atom feed (RFC 4287) of a search. An entry was updated when the corpus version was made in which it
 * changed last, the feed when the latest of its entries was: until then, every retrieval says the same.
 */
export const atom: Format = {
  type: 'application/atom+xml; charset=utf-8',
  extension: 'atom',
  inline: true,
  timed: true,
  head: ({ provenance, citable, times }) => {
    const { address, words, retrieved, corpusVersion, changedIn } = provenance
    const search = new URL(address).search
    return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:kronika="urn:kronika:corpus">
  <id>${xmlText(address)}</id>
  <title>${xmlText(`${citable.siteName}: ${words}`)}</title>
  <subtitle>${xmlText(remarkOf(provenance))}</subtitle>
  <updated>${times.of(changedIn ?? corpusVersion)}</updated>
  <author><name>${xmlText(citable.siteName)}</name></author>
  <generator>Kronika</generator>
  <link rel="alternate" type="text/html" href="${xmlText(address)}"/>
  <link rel="self" type="application/atom+xml" href="${xmlText(`${citable.site}/feed.atom${search}`)}"/>
  <kronika:corpusVersion>${corpusVersion}</kronika:corpusVersion>
  <kronika:retrieved>${retrieved}</kronika:retrieved>
`
  },
  entry: (hit, { citable, times }) => {
    const here = citable.site + entryPath(hit.id)
    const categories = hit.actors
      .map(({ name }) => `    <category term="${xmlText(name)}"/>\n`)
      .join('')
    return `  <entry>
    <id>${xmlText(here)}</id>
    <title>${xmlText(titleOfEntry(hit))}</title>
    <updated>${times.of(hit.changedIn)}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(here)}"/>
${categories}    <source><title>${xmlText(hit.document.title)}</title></source>
    <content type="text">${xmlText(hit.text)}</content>
    <kronika:changedIn>${hit.changedIn}</kronika:changedIn>
  </entry>
`
  },
  tail: () => '</feed>\n',
  // Without its end it is no feed.
  broken: ({ message }) => `<!-- ${message} -->\n`,
}
