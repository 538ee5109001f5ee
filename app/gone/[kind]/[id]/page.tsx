import type { Metadata } from 'next'
import Link from 'next/link'
import { engineClient, PAGE_DEADLINE_MS } from '#search/server/engine'
import { nearestLeft } from '#search/server/nearest'
import { EMPTY_STATE } from '#search/state'
import { titleOfEntry } from '../../../cite/csl'
import { Message } from '../../../message'
import { decodedId, type PageParams } from '../../../page-params'
import { readerHref } from '../../../reader/reader-href'

export const metadata: Metadata = { title: 'Gone – Kronika', robots: { index: false } }

/** What proxy.ts shows for an entry or a document that the collection does not have. */
export default async function GonePage(props: PageParams<{ kind: string; id: string }>) {
  const { kind, id: encoded } = await props.params
  const id = decodedId(encoded)
  const client = engineClient(PAGE_DEADLINE_MS)
  const left = kind === 'entry' ? await nearestLeft(client, id).catch(() => null) : null
  if (left === null) {
    return (
      <Message title="There is nothing at this address">
        The {kind === 'document' ? 'document' : 'entry'} may have been changed or removed since the
        link was made.
      </Message>
    )
  }
  const { document, entry } = left
  return (
    <Message title="This entry is gone">
      It stood in{' '}
      <Link href={`/document/${encodeURIComponent(document.id)}`} prefetch={false}>
        {document.title}
      </Link>{' '}
      and was changed or removed since the link was made.
      {entry !== null && (
        <>
          {' '}
          The nearest entry that is left:{' '}
          <Link href={readerHref(document.id, EMPTY_STATE, entry.id)} prefetch={false}>
            {titleOfEntry(entry)}
          </Link>
        </>
      )}
    </Message>
  )
}
