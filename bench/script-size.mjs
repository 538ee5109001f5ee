/**
 * Script that a page of a running Kronika loads before it is used, compressed, as a modern browser loads it:
 *
 *     node bench/script-size.mjs [address] [path]
 *
 * Scripts for old browsers (`nomodule`) are left out; limit for `/`: 190 kB.
 */
import { gzipSync } from 'node:zlib'

const [address = 'http://localhost:3000', path = '/'] = process.argv.slice(2)
const LIMIT_KB = 190

const get = async (url) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`${url}: status ${response.status}`)
  return response.text()
}

const html = await get(new URL(path, address))
const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
const sources = tags
  .filter((tag) => !/\bnomodule\b/i.test(tag))
  .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1])
const unique = [...new Set(sources.filter((source) => source !== undefined))]
let total = 0
for (const source of unique) {
  const bytes = gzipSync(await get(new URL(source, address)), { level: 6 }).length
  total += bytes
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${source}`)
}
const kilobytes = total / 1000
console.log(`${kilobytes.toFixed(1).padStart(7)} kB of ${LIMIT_KB} kB`)
process.exitCode = kilobytes > LIMIT_KB ? 1 : 0
