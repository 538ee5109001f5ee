import { entryPath } from '#search/server/adapt'
import { titleOfEntry } from '../cite/csl'
import { xmlText } from '../sharing/xml'
import type { Format } from './format'
import { remarkOf } from './provenance'

/**
 * An Atom feed (RFC 4287) of a search. Entries have no time of their own making that the engine keeps:
 * `updated` is the retrieval, and the corpus version that changed an entry is part of its text.
 */
export const atom: Format = {
  type: 'application/atom+xml; charset=utf-8',
  extension: 'atom',
  inline: true,
  head: ({ provenance, citable }) => {
    const { address, words, retrieved, corpusVersion } = provenance
    const search = new URL(address).search
    return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:kronika="urn:kronika:corpus">
  <id>${xmlText(address)}</id>
  <title>${xmlText(`${citable.siteName}: ${words}`)}</title>
  <subtitle>${xmlText(remarkOf(provenance))}</subtitle>
  <updated>${retrieved}</updated>
  <author><name>${xmlText(citable.siteName)}</name></author>
  <generator>Kronika</generator>
  <link rel="alternate" type="text/html" href="${xmlText(address)}"/>
  <link rel="self" type="application/atom+xml" href="${xmlText(`${citable.site}/feed.atom${search}`)}"/>
  <kronika:corpusVersion>${corpusVersion}</kronika:corpusVersion>
`
  },
  entry: (hit, { provenance, citable }) => {
    const here = citable.site + entryPath(hit.id)
    const categories = hit.actors
      .map(({ name }) => `    <category term="${xmlText(name)}"/>\n`)
      .join('')
    return `  <entry>
    <id>${xmlText(here)}</id>
    <title>${xmlText(titleOfEntry(hit))}</title>
    <updated>${provenance.retrieved}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(here)}"/>
${categories}    <source><title>${xmlText(hit.document.title)}</title></source>
    <content type="text">${xmlText(hit.text)}</content>
    <kronika:changedIn>${hit.changedIn}</kronika:changedIn>
  </entry>
`
  },
  tail: () => '</feed>\n',
}
