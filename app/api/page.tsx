import type { Metadata } from 'next'
import { EMPTY_STATE } from '#search/state'
import { ReadingHeader } from '../reader/reading-header'
import { siteAddress } from '../sharing/site-address'
import styles from './api.module.css'
import { openApi } from './openapi.json/document'

export const metadata: Metadata = {
  title: 'Ask it from elsewhere – Kronika',
  description: 'The search of this site for programs: JSON, files of all results, feeds.',
}

const EXAMPLE = 'q=refugees&from=1999-03&to=1999-06'

/** The API for people: what there is, made of the same document that programs read. */
export default async function ApiPage() {
  const site = await siteAddress()
  const { paths } = openApi(site)
  const { parameters } = paths['/api/entries'].get
  return (
    <div className={styles.page}>
      <ReadingHeader state={EMPTY_STATE} at={null} />
      <main>
        <h1>Ask it from elsewhere</h1>
        <p>
          Everything that the page finds, programs find too, with the parameters of the page’s own
          links, without a key. <a href="/api/openapi.json">openapi.json</a> describes it for
          machines.
        </p>
        <pre>
          <code>
            curl &apos;{site}/api/entries?{EXAMPLE}&apos;
          </code>
        </pre>
        <p>
          <a href={`/api/entries?${EXAMPLE}`}>See the answer</a>,{' '}
          <a href={`/?${EXAMPLE}`}>see the page</a>.
        </p>
        <h2>Addresses</h2>
        <dl>
          {Object.entries(paths).map(([path, { get }]) => (
            <div key={path}>
              <dt>
                <code>{path}</code>
              </dt>
              <dd>{get.summary.replaceAll('`', '')}</dd>
            </div>
          ))}
        </dl>
        <p>
          Files hold all results whatever their number; every record says the search, the corpus
          version and the date of retrieval. A file is of one moment of the collection: when its
          entries change while it is written, its last record says that it is incomplete, the
          connection fails, and the file is to be asked for again.
        </p>
        <h2>Parameters</h2>
        <dl>
          {parameters.map(({ name, description, schema }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {'type' in schema && schema.type === 'array' && <small> any number of times</small>}
              </dt>
              <dd>{description.replaceAll('`', '')}</dd>
            </div>
          ))}
        </dl>
        <h2>Errors</h2>
        <p>
          Errors are <code>{'{ "error": { "code", "message" } }'}</code>: 400 for what cannot be
          asked, 404 for what is not there, 503 while the search engine does not answer. A value
          that is not understood is no error: it is left aside and listed in <code>ignored</code>,
          like words that are not looked for because too many entries have them.
        </p>
        <h2>Licences</h2>
        <p>
          Citations are formatted by{' '}
          <a href="https://github.com/Juris-M/citeproc-js">citeproc-js</a>, © Frank Bennett, used
          unchanged under the{' '}
          <a href="https://opensource.org/license/cpal_1-0">
            Common Public Attribution License 1.0
          </a>
          ; its source is at the first address.
        </p>
      </main>
    </div>
  )
}
