import 'server-only'
import { type AllHits, allHits } from '#search/server/all-hits'
import { engineGone } from '#search/server/http'
import { stateFromParams } from '#search/url'
import { citableHere } from '../cite/citable'
import type { Context, Format } from './format'
import { fileName, provenanceOf } from './provenance'

/**
 * The route of a format: all results of a search, whatever its page and size, written while they are
 * read. A file is of one corpus version, or it breaks off.
 */
export function takeAway(format: Format): (request: Request) => Promise<Response> {
  return async (request) => {
    const { state } = stateFromParams(new URL(request.url).searchParams)
    try {
      const found = await allHits(state)
      const [citable, now] = [await citableHere(), new Date()]
      const context = { provenance: provenanceOf(found, citable, now), citable, now }
      return new Response(streamOf(format, found, context), {
        headers: {
          'content-type': format.type,
          'content-disposition': `${format.inline ? 'inline' : 'attachment'}; filename="${fileName(context.provenance, format.extension)}"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      return engineGone(error)
    }
  }
}

/** Pulled by the reader: no page is asked for before the one before it has been taken. */
function streamOf(format: Format, found: AllHits, context: Context): ReadableStream<Uint8Array> {
  const chunks = chunksOf(format, found, context)
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (error) {
          console.error(`export broken off: ${error instanceof Error ? error.message : error}`)
          controller.error(error)
        }
      },
      async cancel() {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

/** Entries per chunk: a few dozen kilobytes. */
const PER_CHUNK = 100

async function* chunksOf(
  format: Format,
  { pages }: AllHits,
  context: Context,
): AsyncGenerator<string, void> {
  const head = format.head?.(context) ?? ''
  if (head !== '') yield head
  for await (const hits of pages) {
    for (let from = 0; from < hits.length; from += PER_CHUNK) {
      const some = hits.slice(from, from + PER_CHUNK)
      yield some.map((hit) => format.entry(hit, context)).join('')
    }
  }
  const tail = format.tail?.(context) ?? ''
  if (tail !== '') yield tail
}
