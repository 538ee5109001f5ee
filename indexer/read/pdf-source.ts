import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { SourceError } from '../errors.ts'

/** A piece of text as a PDF has it, in points from the upper left corner of its page. */
export type Piece = {
  text: string
  x: number
  /** Of its base line. */
  y: number
  width: number
  /** Of the type. */
  size: number
  /** Quarter turns to the right of the direction in which it is written. */
  turn: 0 | 1 | 2 | 3
  bold: boolean
}

export type PdfPage = {
  /** From 1. */
  number: number
  width: number
  height: number
  pieces: Piece[]
  /** Why it cannot be read; '' when it can. */
  problem: string
}

export type OutlineItem = { title: string; level: number; page: number | null }

export type PdfSource = {
  pages: PdfPage[]
  /** As the file's properties say; '' when they do not. */
  title: string
  outline: OutlineItem[]
}

export type PdfLimits = { deadlineMs: number; maxBytes: number; maxHeapMb: number }

/** A book of a thousand pages takes some ten seconds. */
const LIMITS: PdfLimits = { deadlineMs: 180_000, maxBytes: 1_000_000_000, maxHeapMb: 1024 }
const WATCH_MS = 100

type Message =
  | { page: PdfPage }
  | { document: Omit<PdfSource, 'pages'> }
  | { failure: { name: string; message: string } }

/**
 * The text of a PDF's pages, taken apart in a thread that ends with this call, whatever happens.
 *
 * @throws SourceError for what is no PDF, is locked or damaged, takes too long or too much memory
 */
export async function readPdfSource(bytes: Uint8Array, limits = LIMITS): Promise<PdfSource> {
  if (bytes.length === 0) throw new SourceError('is empty: there is nothing to index')
  const own = Uint8Array.from(bytes)
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url), {
    workerData: { bytes: own, maps: MAPS },
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb },
    // Our own warnings are lines of the report.
    stdout: true,
    stderr: true,
    execArgv: [],
  })
  const stop: (() => void)[] = []
  try {
    return await Promise.race([
      collected(worker),
      new Promise<never>((_, reject) => {
        const deadline = setTimeout(() => reject(tooSlow(limits)), limits.deadlineMs)
        const before = process.memoryUsage.rss()
        const watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > limits.maxBytes) reject(tooLarge())
        }, WATCH_MS)
        stop.push(
          () => clearTimeout(deadline),
          () => clearInterval(watch),
        )
      }),
    ])
  } finally {
    for (const one of stop) one()
    await worker.terminate()
  }
}

/** What is known of the writings of East Asia, for fonts that are not in the file. */
const MAPS = `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`

function collected(worker: Worker): Promise<PdfSource> {
  const pages: PdfPage[] = []
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('page' in message) pages.push(message.page)
      else if ('document' in message) resolve({ ...message.document, pages })
      else reject(new SourceError(reasonOf(message.failure)))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : new SourceError(reasonOf(error)),
      )
    })
    worker.on('exit', () =>
      reject(new SourceError(reasonOf({ name: '', message: 'it ended early' }))),
    )
  })
}

function reasonOf({ name, message }: { name: string; message: string }): string {
  if (name === 'PasswordException') return 'is protected with a password: save it without'
  const detail = message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 100)
  return `is no PDF, or damaged or cut off (${detail}): get a sound copy`
}

const tooLarge = (): SourceError =>
  new SourceError('needs too much memory to read: it is broken, or made to fill it; split it')

const tooSlow = ({ deadlineMs }: PdfLimits): SourceError =>
  new SourceError(`was not read within ${deadlineMs / 1000} s: split it into smaller files`)
