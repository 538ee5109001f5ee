import type { ServerResponse } from 'node:http'

/**
 * The page first, its scripts after: a page of Next asks for all scripts in its head, and on a phone they hold up
 * what the page needs to be seen. In what leaves the server they wait for the first paint, or for whoever is quicker
 * and begins to use the page. The page is whole without them; why so: docs/decisions/032-scripts-after-the-paint.md.
 */

/** As React writes them; in texts and attributes it writes no `<` as such, so nothing else looks like one. */
const TAGS =
  /<head>|<script src="([^"]+)"((?: id="[^"]*")?) async="">|<link rel="preload" as="script"[^>]*>|<\/body>/g
/** A script in the page's data, which is JSON in a string. */
const NAME = /\\"(\/_next\/static\/chunks\/[\w.~-]+\.js)\\"/g
/** No name is longer. */
const LONGEST_NAME = 200
/** No tag is longer: so much at the end of a piece may be the beginning of one. */
const LONGEST_TAG = 1_000

/**
 * Asks for what waits, once, when the first paint is done and the browser idle. Who is quicker finds links and forms
 * that work by themselves: what only script serves is not shown without it.
 */
const LOADER = `<script>(() => {
  let begun = false
  const insert = () => {
    for (const late of document.querySelectorAll('script[type=late]')) {
      const script = document.createElement('script')
      if (late.id) script.id = late.id
      script.async = true
      script.src = late.dataset.src
      late.replaceWith(script)
    }
  }
  const begin = () => {
    if (begun) return
    begun = true
    insert()
    document.addEventListener('DOMContentLoaded', insert)
  }
  const whenIdle = () =>
    window.requestIdleCallback ? requestIdleCallback(begin, { timeout: 1000 }) : setTimeout(begin)
  const whenPainted = () =>
    document.hidden ? begin() : requestAnimationFrame(() => setTimeout(whenIdle))
  document.addEventListener('DOMContentLoaded', whenPainted)
  for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'])
    addEventListener(sign, begin, { capture: true, once: true, passive: true })
})()</script>`.replace(/\n\s*/g, '\n')

/** Rewrites one page that comes in pieces; bytes as Latin-1, so that a letter may be split between two of them. */
export class LateScripts {
  #rest = ''
  /** What was read last: a name may have begun in it. */
  #read = ''
  readonly #named = new Set<string>()
  readonly #asked = new Set<string>()

  /** @returns what of the page so far can be sent */
  next(piece: Uint8Array | string): Buffer {
    const page = this.#rest + Buffer.from(piece as string).toString('latin1')
    const last = page.lastIndexOf('<')
    const isOpen = last > page.length - LONGEST_TAG && page.indexOf('>', last) === -1
    const whole = isOpen && last !== -1 ? last : page.length
    this.#rest = page.slice(whole)
    return this.#rewritten(page.slice(0, whole))
  }

  /** @returns the rest of the page */
  end(): Buffer {
    return this.#rewritten(this.#rest)
  }

  #rewritten(html: string): Buffer {
    const read = this.#read + html
    for (const [, name = ''] of read.matchAll(NAME)) this.#named.add(name)
    this.#read = read.slice(-LONGEST_NAME)
    const page = html.replace(TAGS, (tag, address?: string, id?: string) => {
      if (tag === '<head>') return tag + LOADER
      if (tag === '</body>') return this.#others() + tag
      if (address === undefined) return ''
      this.#asked.add(address)
      return `<script type="late" data-src="${address}"${id}>`
    })
    return Buffer.from(page, 'latin1')
  }

  /** What the page's data names and no tag asks for: it would be asked for while the page wakes, one trip later. */
  #others(): string {
    const others = [...this.#named].filter((name) => !this.#asked.has(name))
    return others.map((name) => `<script type="late" data-src="${name}"></script>`).join('')
  }
}

/** Lets the scripts of whatever page is written to this response wait. */
export function loadScriptsLate(response: ServerResponse): void {
  const write = response.write.bind(response) as Send
  const end = response.end.bind(response) as Send
  let page: LateScripts | null | undefined
  const pageOf = (): LateScripts | null => {
    if (page !== undefined) return page
    const isPage = String(response.getHeader('content-type')).startsWith('text/html')
    // It says how long the page was before.
    if (isPage && !response.headersSent) response.removeHeader('content-length')
    page = isPage ? new LateScripts() : null
    return page
  }
  const rewriting: Send = (chunk, ...rest) => {
    const html = pageOf()
    return write(html ? html.next(chunk as string) : chunk, ...rest)
  }
  const ending: Send = (chunk, ...rest) => {
    const html = pageOf()
    if (html === null) return end(chunk, ...rest)
    const isCallback = typeof chunk === 'function'
    const last = chunk && !isCallback ? [html.next(chunk as string)] : []
    const left = Buffer.concat([...last, html.end()])
    return end(left.length > 0 ? left : null, ...(isCallback ? [chunk] : rest))
  }
  Object.assign(response, { write: rewriting, end: ending })
}

/** Both `write` and `end`: a string, bytes, nothing, or at once what to call back. */
type Send = (chunk?: unknown, ...rest: unknown[]) => boolean & ServerResponse
