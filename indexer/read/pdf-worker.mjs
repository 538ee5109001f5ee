/**
 * Takes the text of a PDF apart in a thread of its own, where its time and memory can be bounded: the
 * file is foreign, and so is the parser. Plain JavaScript: a thread knows nothing of our loader.
 *
 * In: { bytes, maps }. Out, in order: { page } for each page, { document }; or { failure }.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** No one follows a table of contents that is longer. */
const MOST_OUTLINE_ITEMS = 10_000

try {
  const document = await getDocument({
    data: workerData.bytes,
    cMapUrl: workerData.maps,
    cMapPacked: true,
    // Text alone is asked for: no picture, font or script has a use.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS - 1,
  }).promise
  const bold = new Map()
  for (let number = 1; number <= document.numPages; number++) {
    parentPort.postMessage({ page: await pageOf(document, number, bold) })
  }
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const title = typeof info.Title === 'string' ? info.Title : ''
  parentPort.postMessage({ document: { title, outline: await outlineOf(document) } })
} catch (error) {
  parentPort.postMessage({ failure: { name: error?.name ?? '', message: String(error?.message) } })
}

/** The pieces of text on a page, with their places counted from its upper left corner as it is read. */
async function pageOf(document, number, bold) {
  try {
    const page = await document.getPage(number)
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    await learnFonts(page, items, bold)
    const pieces = []
    for (const item of items) {
      if (item.str === '' || item.str === undefined) continue
      const [a, b, c, d, x, y] = Util.transform(transform, item.transform)
      pieces.push({
        text: item.str,
        x,
        y,
        width: item.width,
        size: Math.hypot(c, d) || item.height,
        turn: (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4,
        bold: bold.get(item.fontName) === true,
      })
    }
    page.cleanup()
    return { number, width, height, pieces, problem: '' }
  } catch (error) {
    return { number, width: 0, height: 0, pieces: [], problem: String(error?.message) }
  }
}

/** What a font is called comes only with the operators of a page: asked for once for each font. */
async function learnFonts(page, items, bold) {
  const unknown = new Set(items.map(({ fontName }) => fontName).filter((name) => !bold.has(name)))
  unknown.delete(undefined)
  if (unknown.size === 0) return
  await page.getOperatorList().catch(() => null)
  for (const name of unknown) {
    const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    bold.set(
      name,
      font?.bold === true ||
        font?.black === true ||
        /bold|black|heavy|semibold/i.test(font?.name ?? ''),
    )
  }
}

/** The outline in order: titles with their level, from 1, and page. */
async function outlineOf(document) {
  const found = []
  const open = [{ items: (await document.getOutline().catch(() => null)) ?? [], level: 1, next: 0 }]
  while (open.length > 0 && found.length < MOST_OUTLINE_ITEMS) {
    const list = open.at(-1)
    const item = list.items[list.next++]
    if (item === undefined) {
      open.pop()
      continue
    }
    const page = await pageOfDestination(document, item.dest)
    if (typeof item.title === 'string') found.push({ title: item.title, level: list.level, page })
    if (item.items?.length > 0) open.push({ items: item.items, level: list.level + 1, next: 0 })
  }
  return found
}

async function pageOfDestination(document, destination) {
  try {
    const place =
      typeof destination === 'string' ? await document.getDestination(destination) : destination
    const [target] = place ?? []
    if (Number.isInteger(target)) return target + 1
    return target ? (await document.getPageIndex(target)) + 1 : null
  } catch {
    return null
  }
}
