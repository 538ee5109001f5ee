import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findDocument, sectionsOf } from '#search/server/document'
import { type EngineClient, patiently } from '#search/server/engine'
import { findEntry } from '#search/server/entry'
import { logged } from '#search/server/logged'
import { read } from '#search/server/reading'
import { stateFromParams } from '#search/url'
import { citableHere } from '../../cite/citable'
import { Cite } from '../../cite/cite'
import { cslOfDocument, documentPath } from '../../cite/csl'
import { citationMeta } from '../../cite/embedded'
import { grouped } from '../../grouped'
import { Message } from '../../message'
import { decodedId, type PageParams, paramsOf } from '../../page-params'
import { Contents } from '../../reader/contents'
import { HitBar } from '../../reader/hit-bar'
import { ReaderFlow } from '../../reader/reader-flow'
import { ReadingHeader } from '../../reader/reading-header'
import { JsonLd } from '../../sharing/json-ld'
import { sharedMetadata } from '../../sharing/metadata'
import styles from './document.module.css'

type Props = PageParams<{ id: string }>

/** Entries shown before the one that is asked for, so that it is seen in its place. */
const LEAD = 8

/** One look-up per request, for the page and its metadata. */
const documentOf = cache(async (id: string) => patiently((client) => findDocument(client, id)))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const document = await documentOf(decodedId((await props.params).id)).catch(() => null)
  if (document === null) return { title: 'Kronika' }
  const citable = await citableHere()
  return {
    ...sharedMetadata({
      title: `${document.title} – Kronika`,
      description: `${document.title}: ${document.entries} entries, in order.`,
      path: documentPath(document.id),
      picture: `/card?document=${encodeURIComponent(document.id)}`,
      site: citable.site,
      siteName: citable.siteName,
      type: 'article',
    }),
    other: citationMeta(cslOfDocument(document, citable)),
  }
}

const gone = (
  <Message title="The search engine does not answer">
    The document is unharmed; load this page again in a moment.
  </Message>
)

/** A document in its order, from the entry or position that is asked for. */
export default async function DocumentPage(props: Props) {
  const id = decodedId((await props.params).id)
  const document = await documentOf(id).catch(() => undefined)
  if (document === undefined) return gone
  if (document === null) notFound()
  const params = await paramsOf(props)
  const { state } = stateFromParams(params)
  const asked = params.get('entry')
  const at = /^\d{1,9}$/.test(params.get('at') ?? '') ? Number(params.get('at')) : 0
  const load = async (client: EngineClient) => {
    const found = asked === null ? null : await findEntry(client, asked)
    const target = found?.document.id === id ? found : null
    const first = Math.max(0, target === null ? at : target.position - LEAD)
    const position = target?.position ?? (at > 0 ? at : -1)
    const [parts, sections] = await Promise.all([
      read(client, document, state, first, position),
      sectionsOf(client, id),
    ])
    return { target, sections, ...parts }
  }
  const shown = await patiently(load).catch(logged)
  if (shown === null) return gone
  const { target, window, hits, sections } = shown
  const citable = await citableHere()
  const { title, source, entries } = document
  return (
    <div className={styles.page}>
      <JsonLd
        data={{
          '@type': 'CreativeWork',
          name: title,
          url: citable.site + documentPath(id),
          ...(/^https?:/.test(source) && { isBasedOn: source }),
        }}
      />
      <ReadingHeader state={state} at={target?.id ?? null} />
      <div className={styles.columns}>
        <Contents documentId={id} state={state} sections={sections} at={target?.section ?? null} />
        <main className={styles.main}>
          <header className={styles.head}>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.source}>
              {grouped(entries)} {entries === 1 ? 'entry' : 'entries'} ·{' '}
              {/^https?:\/\//.test(source) ? (
                <a href={source} rel="noreferrer">
                  {source}
                </a>
              ) : (
                source
              )}
            </p>
            <details className={styles.cite}>
              <summary>Cite this document</summary>
              <Cite
                item={cslOfDocument(document, citable)}
                address={`/api/cite?document=${encodeURIComponent(id)}`}
              />
            </details>
            {asked !== null && target === null && (
              <p role="note" className={styles.note}>
                The entry that this link names is no longer in the document: it was changed or
                removed. This is the document as it is now.
              </p>
            )}
          </header>
          {hits !== null && (
            <HitBar documentId={id} state={state} hits={hits} at={target?.id ?? null} />
          )}
          <ReaderFlow
            key={`${window.first} ${target?.id}`}
            start={window}
            state={state}
            target={target?.id ?? null}
          />
        </main>
      </div>
    </div>
  )
}
