/**
 * Lighthouse on a running Kronika, emulating a phone, three rounds of each page, medians:
 *
 *     npm install --prefix bench --no-save --no-package-lock lighthouse@12.8.2 chrome-launcher@1.2.1
 *     npm start                                        (in one terminal)
 *     node bench/lighthouse.mjs [address] [rounds]                 (in another)
 *
 * Only the default settings count. Each page is followed by the power of the machine as Lighthouse measured it at
 * the same moment (its benchmark index): times of a busy machine say little.
 *
 * Limits: accessibility, best practices and SEO 100, performance 95. CHROMIUM_PATH names the browser.
 */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const [address = 'http://localhost:3000', rounds = '3'] = process.argv.slice(2)
const LIMITS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const hits = await fetch(new URL('/api/entries?q=nato&size=1', address), {
  signal: AbortSignal.timeout(10_000),
}).then((response) => response.json())
const [hit] = hits.hits
const PATHS = [
  '/',
  '/?q=refugees+return&from=1999-03&to=2000-06',
  '/?q=nato&view=timeline',
  '/?view=grid',
  ...(hit === undefined ? [] : [hit.url, `/document/${hit.document.id}`]),
  '/api',
]

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]
const chrome = await launch({
  chromePath: process.env.CHROMIUM_PATH,
  chromeFlags: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
  ],
})
let missed = false
try {
  for (const path of PATHS) {
    const runs = []
    for (let round = 0; round < Number(rounds); round++) {
      const { lhr } = await lighthouse(new URL(path, address).href, {
        port: chrome.port,
        onlyCategories: Object.keys(LIMITS),
        logLevel: 'error',
      })
      runs.push(lhr)
    }
    const scores = Object.entries(LIMITS).map(([category, limit]) => {
      const score = Math.round(median(runs.map((lhr) => lhr.categories[category].score * 100)))
      missed ||= score < limit
      return `${category} ${score}`
    })
    const of = (audit) => median(runs.map((lhr) => lhr.audits[audit].numericValue))
    const times = [
      `first paint ${(of('first-contentful-paint') / 1000).toFixed(1)} s`,
      `largest ${(of('largest-contentful-paint') / 1000).toFixed(1)} s`,
      `blocked ${of('total-blocking-time').toFixed(0)} ms`,
      `shift ${of('cumulative-layout-shift').toFixed(3)}`,
    ]
    const power = median(runs.map((lhr) => lhr.environment.benchmarkIndex)).toFixed(0)
    console.log(`${path}\n  ${scores.join(', ')}; ${times.join(', ')}; machine ${power}`)
    for (const [category, limit] of Object.entries(LIMITS)) {
      if (runs[0].categories[category].score * 100 >= limit) continue
      for (const { id, weight } of runs[0].categories[category].auditRefs) {
        const { score, title } = runs[0].audits[id]
        if (weight > 0 && score !== null && score < 0.9) {
          console.log(`    ${category}: ${title} (${score})`)
        }
      }
    }
  }
} finally {
  chrome.kill()
}
process.exitCode = missed ? 1 : 0
