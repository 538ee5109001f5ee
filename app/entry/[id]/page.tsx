import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type Entry, effectiveDates } from '#schema/entry'
import { entryPath } from '#search/server/adapt'
import { entriesBetween } from '#search/server/document'
import { patiently } from '#search/server/engine'
import { findEntry } from '#search/server/entry'
import { relatedEntries } from '#search/server/related'
import { stateFromParams } from '#search/url'
import { citableHere } from '../../cite/citable'
import { Cite } from '../../cite/cite'
import { cslOfEntry, titleOfEntry } from '../../cite/csl'
import { citationMeta } from '../../cite/embedded'
import { Message } from '../../message'
import { decodedId, type PageParams, paramsOf } from '../../page-params'
import { readerHref } from '../../reader/reader-href'
import { ReadingHeader } from '../../reader/reading-header'
import { KIND_LABELS } from '../../search/labels'
import { CopyLink } from '../../sharing/copy-link'
import { JsonLd } from '../../sharing/json-ld'
import { sharedMetadata } from '../../sharing/metadata'
import { EntryDate } from '../entry-date'
import { EvidenceList } from '../evidence'
import { EvidenceText } from '../evidence-text'
import { Related } from '../related'
import { evidenceSpans } from '../spans'
import styles from './entry.module.css'

type Props = PageParams<{ id: string }>

/** One look-up per request, for the page and its metadata. */
const entryOf = cache(async (id: string) => patiently((client) => findEntry(client, id)))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const entry = await entryOf(decodedId((await props.params).id)).catch(() => null)
  if (entry === null) return { title: 'Kronika' }
  const citable = await citableHere()
  return {
    ...sharedMetadata({
      title: `${titleOfEntry(entry)} – Kronika`,
      description: entry.text.slice(0, 200).toWellFormed(),
      path: entryPath(entry.id),
      picture: `/card/entry/${encodeURIComponent(entry.id)}`,
      site: citable.site,
      siteName: citable.siteName,
      type: 'article',
    }),
    other: citationMeta(cslOfEntry(entry, citable)),
  }
}

/** An entry by itself: its words, why it is dated as it is, its neighbours, how to cite it. */
export default async function EntryPage(props: Props) {
  const entry = await entryOf(decodedId((await props.params).id)).catch(() => undefined)
  if (entry === undefined) {
    return (
      <Message title="The search engine does not answer">
        The entry is unharmed; load this page again in a moment.
      </Message>
    )
  }
  if (entry === null) notFound()
  const { document, section, place, position } = entry
  const [citable, neighbours, related] = await Promise.all([
    citableHere(),
    patiently((client) => entriesBetween(client, document.id, position - 1, position + 1)).catch(
      () => [],
    ),
    patiently((client) => relatedEntries(client, entry.id)),
  ])
  const { state } = stateFromParams(await paramsOf(props))
  const item = cslOfEntry(entry, citable)
  const before = neighbours.find((other) => other.position === position - 1)
  const after = neighbours.find((other) => other.position === position + 1)
  return (
    <div className={styles.page}>
      <JsonLd data={jsonLdOf(entry, citable.site)} />
      <ReadingHeader state={state} at={entry.id} />
      <main>
        <article className={styles.entry}>
          <h1 className={styles.heading}>
            <EntryDate as="span" dates={effectiveDates(entry)} />
          </h1>
          <p className={styles.kind}>
            {KIND_LABELS[entry.kind].toLowerCase()}
            {entry.date === null && entry.mentions.length > 0 && ' · date from text'}
            {place !== null && ` · ${place}`}
          </p>
          <p className={styles.text}>
            <EvidenceText text={entry.text} spans={evidenceSpans(entry)} />
          </p>
          <p className={styles.where}>
            From{' '}
            <Link href={readerHref(document.id, state, entry.id)} prefetch={false}>
              {document.title}
            </Link>
            {section !== null && `, ${section}`}, entry {position + 1}
            {/^https?:\/\//.test(document.source) ? (
              <>
                {' · '}
                <a href={document.source} rel="noreferrer">
                  the source itself
                </a>
              </>
            ) : (
              ` · ${document.source}`
            )}
          </p>
          <CopyLink />
        </article>
        <nav className={styles.neighbours} aria-label="Neighbours">
          <Neighbour entry={before} label="Before it" rel="prev" />
          <Link
            href={readerHref(document.id, state, entry.id)}
            className={styles.read}
            prefetch={false}
          >
            Read it in its place
          </Link>
          <Neighbour entry={after} label="After it" rel="next" />
        </nav>
        <EvidenceList entry={entry} />
        <Related entries={related} />
        <Cite item={item} address={`/api/cite?entry=${encodeURIComponent(entry.id)}`} />
      </main>
    </div>
  )
}

function Neighbour({ entry, label, rel }: { entry?: Entry; label: string; rel: string }) {
  if (entry === undefined) return null
  return (
    <Link href={entryPath(entry.id)} rel={rel} className={styles.neighbour} prefetch={false}>
      <span className={styles.label}>{label}</span>
      <span className={styles.words}>{titleOfEntry(entry)}</span>
    </Link>
  )
}

function jsonLdOf(entry: Entry, site: string): Record<string, unknown> {
  const { document, date, section } = entry
  return {
    '@type': 'CreativeWork',
    name: titleOfEntry(entry),
    text: entry.text,
    url: site + entryPath(entry.id),
    position: entry.position + 1,
    ...(date !== null && { temporalCoverage: date.edtf }),
    ...(section !== null && { articleSection: section }),
    isPartOf: {
      '@type': 'CreativeWork',
      name: document.title,
      url: `${site}/document/${encodeURIComponent(document.id)}`,
      ...(/^https?:/.test(document.source) && { isBasedOn: document.source }),
    },
    mentions: entry.actors.map(({ name, type }) => ({
      '@type': type === 'person' ? 'Person' : type === 'organization' ? 'Organization' : 'Thing',
      name,
    })),
  }
}
