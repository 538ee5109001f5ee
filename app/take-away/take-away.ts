import 'server-only'
import { allHits } from '#search/server/all-hits'
import { patiently } from '#search/server/engine'
import { engineGone } from '#search/server/http'
import { VersionTimes } from '#search/server/version-times'
import { stateFromParams } from '#search/url'
import { citableHere } from '../cite/citable'
import { fileStream } from './file-stream'
import type { Format } from './format'
import { fileName, provenanceOf } from './provenance'

/**
 * The route of a format: all results of a search, whatever its page and size, written while they are
 * read. A file is of one corpus version, or it breaks off.
 */
export function takeAway(format: Format): (request: Request) => Promise<Response> {
  return async (request) => {
    const { state } = stateFromParams(new URL(request.url).searchParams)
    try {
      const found = await allHits(patiently, state)
      const citable = await citableHere()
      const provenance = provenanceOf(found, citable, new Date())
      const times = new VersionTimes(patiently)
      if (format.timed) await times.learn([found.changedIn ?? found.corpusVersion])
      const context = { provenance, citable, times }
      return new Response(fileStream(format, found.batches, context), {
        headers: {
          'content-type': format.type,
          'content-disposition': `${format.inline ? 'inline' : 'attachment'}; filename="${fileName(provenance, format.extension)}"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      return engineGone(error)
    }
  }
}
