import 'server-only'
import type { Entry } from '#schema/entry'
import { CollectionChanged } from '#search/server/all-hits'
import type { Broken, Context, Format } from './format'

/**
 * Pulled by the reader, a batch ahead at most. What breaks off says so in its last record and by a
 * connection that fails, after which no program takes the file for a whole one.
 */
export function fileStream(
  format: Format,
  batches: AsyncIterable<Entry[]>,
  context: Context,
): ReadableStream<Uint8Array> {
  const chunks = chunksOf(format, batches, context)
  const encoder = new TextEncoder()
  let failure: unknown
  return new ReadableStream(
    {
      async pull(controller) {
        if (failure !== undefined) return controller.error(failure)
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (error) {
          console.error(`export broken off: ${error instanceof Error ? error.message : error}`)
          failure = error
          controller.enqueue(encoder.encode(format.broken(reasonOf(error), context)))
        }
      },
      async cancel() {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

function reasonOf(error: unknown): Broken {
  return error instanceof CollectionChanged
    ? {
        code: 'collection_changed',
        message:
          'This file is incomplete: the collection changed while it was written. Ask for it again.',
      }
    : {
        code: 'engine_unavailable',
        message:
          'This file is incomplete: the search engine stopped answering. Ask for it again in a moment.',
      }
}

/** Entries per chunk: a few dozen kilobytes. */
const PER_CHUNK = 100

async function* chunksOf(
  format: Format,
  batches: AsyncIterable<Entry[]>,
  context: Context,
): AsyncGenerator<string, void> {
  const head = format.head?.(context) ?? ''
  if (head !== '') yield head
  for await (const entries of batches) {
    if (format.timed) await context.times.learn(entries.map(({ changedIn }) => changedIn))
    for (let from = 0; from < entries.length; from += PER_CHUNK) {
      const some = entries.slice(from, from + PER_CHUNK)
      const text = some.map((entry) => format.entry(entry, context)).join('')
      // A calendar leaves undated entries out.
      if (text !== '') yield text
    }
  }
  const tail = format.tail?.(context) ?? ''
  if (tail !== '') yield tail
}
