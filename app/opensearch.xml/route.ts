import { collectionOf } from '../collection/collection'
import { siteAddress } from '../sharing/site-address'
import { xmlResponse, xmlText } from '../sharing/xml'

export const dynamic = 'force-dynamic'

/** OpenSearch 1.1 limits a short name to 16 characters and a description to 1024. */
const SHORT_NAME = 16
const DESCRIPTION = 1024

/** `GET /opensearch.xml`: lets a browser add this site to its search engines (OpenSearch 1.1). */
export async function GET(): Promise<Response> {
  const site = xmlText(await siteAddress())
  const { title, description } = await collectionOf()
  const name = title !== '' && title.length <= SHORT_NAME ? title : 'Kronika'
  const about = (description || 'What happened when, and who did it.').slice(0, DESCRIPTION)
  return xmlResponse(
    `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${xmlText(name)}</ShortName>
  <LongName>${xmlText(title === '' ? 'Kronika' : `Kronika: ${title}`.slice(0, 48))}</LongName>
  <Description>${xmlText(about)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image height="32" width="32" type="image/svg+xml">${site}/icon.svg</Image>
  <Url type="text/html" method="get" template="${site}/?q={searchTerms}"/>
  <Url type="application/atom+xml" method="get" template="${site}/feed.atom?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${site}/opensearch.xml"/>
</OpenSearchDescription>
`,
    'application/opensearchdescription+xml',
  )
}
