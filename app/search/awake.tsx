'use client'

import { Activity, use } from 'react'
import { useHydrated } from '../views/use-hydrated'

/**
 * Parts of a page that came whole from the server, with links and forms that work by themselves, and
 * that React brings to life when somebody begins to use the page, or when it has been still for a while.
 * Until then nothing runs that would keep a phone from scrolling.
 */

const SIGNS = [
  'pointermove',
  'pointerdown',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
  'click',
  'popstate',
]
/** Who gives no sign, as with some aids for reading, finds everything alive so long after the page is loaded. */
const STILL_MS = 3000

let awake = false
let resolve: () => void = () => undefined
const woken = new Promise<void>((done) => {
  resolve = done
})

/**
 * From here on everything comes alive, and is laid out where it was only reckoned before (`data-awake` in the style
 * sheets); whoever changes what a sleeping part shows calls it before.
 */
export function wake(): void {
  awake = true
  document.documentElement.dataset.awake = ''
  resolve()
}

if (typeof window !== 'undefined') {
  // Before any other listener hears of it: React brings to life at once what is clicked, if it may.
  for (const name of SIGNS)
    window.addEventListener(name, wake, { capture: true, once: true, passive: true })
  const whenStill = () => {
    // Scripts come after the page is loaded, some of the time has gone by then.
    const left = STILL_MS - (performance.now() - loadedAt())
    window.setTimeout(() => (window.requestIdleCallback ?? window.setTimeout)(wake), left)
  }
  if (document.readyState === 'complete') whenStill()
  else window.addEventListener('load', whenStill, { once: true })
}

/** Milliseconds from the beginning of the visit; now, where the browser does not tell. */
function loadedAt(): number {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visit?.loadEventEnd || performance.now()
}

export function Awake({ children }: { children: React.ReactNode }) {
  return (
    <Activity>
      <Asleep>{children}</Asleep>
    </Activity>
  )
}

/** Suspended while React takes over what the server sent, never what it makes itself. */
function Asleep({ children }: { children: React.ReactNode }) {
  const hydrated = useHydrated()
  if (!hydrated && typeof window !== 'undefined' && !awake) use(woken)
  return children
}
