import { findDocument } from '#search/server/document'
import { patiently } from '#search/server/engine'
import { findEntry } from '#search/server/entry'
import { engineGone, failure, notAllowed } from '#search/server/http'
import { citableHere } from '../../cite/citable'
import { CITATION_FORMATS, type CitationFormat, citationOf } from '../../cite/citations'
import { cslOfDocument, cslOfEntry } from '../../cite/csl'

const FILES: Record<CitationFormat, [type: string, extension: string]> = {
  chicago: ['text/plain', 'txt'],
  mla: ['text/plain', 'txt'],
  apa: ['text/plain', 'txt'],
  bibtex: ['application/x-bibtex', 'bib'],
  ris: ['application/x-research-info-systems', 'ris'],
  'csl-json': ['application/vnd.citationstyles.csl+json', 'json'],
}

/** `GET /api/cite?entry=ID&format=…` or `?document=ID&format=…`: one citation, as a file. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams
  const format = CITATION_FORMATS.find((name) => name === (params.get('format') ?? 'chicago'))
  if (format === undefined) {
    return failure(400, 'bad_request', `format: is one of ${CITATION_FORMATS.join(', ')}`)
  }
  const entryId = params.get('entry')
  const id = entryId ?? params.get('document') ?? ''
  try {
    const [citable, [entry, document]] = await Promise.all([
      citableHere(),
      patiently(async (client) =>
        entryId === null
          ? ([null, await findDocument(client, id)] as const)
          : ([await findEntry(client, id), null] as const),
      ),
    ])
    if (entry === null && document === null) {
      return failure(404, 'not_found', 'The collection has nothing of this id.')
    }
    const item =
      entry !== null
        ? cslOfEntry(entry, citable)
        : document !== null && cslOfDocument(document, citable)
    const [type, extension] = FILES[format]
    return new Response(`${citationOf(item as never, format)}\n`, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `attachment; filename="${id.replace(/[^a-z0-9-]/gi, '-')}.${extension}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return engineGone(error)
  }
}

export const POST = notAllowed
export const PUT = notAllowed
export const PATCH = notAllowed
export const DELETE = notAllowed
