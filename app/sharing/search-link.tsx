import { collectionOf } from '../collection/collection'

/** Lets browsers offer this site as a search engine. */
export async function SearchLink() {
  const { title } = await collectionOf()
  return (
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      href="/opensearch.xml"
      title={title === '' ? 'Kronika' : `Kronika: ${title}`}
    />
  )
}
