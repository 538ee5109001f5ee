'use client'

import { useEffect, useState } from 'react'
import { useHydrated } from '../views/use-hydrated'
import styles from './copy-link.module.css'

const SAID_MS = 4000

/**
 * Copies the address of the page, or hands it to the device's share sheet where there is one. Without
 * script the address bar has it, and the button does not show.
 */
export function CopyLink() {
  const alive = useHydrated()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = window.setTimeout(() => setSaid(''), SAID_MS)
    return () => window.clearTimeout(timer)
  }, [said])
  // Computers have share sheets as well, but there a link in the clipboard is what people want.
  const shares =
    alive &&
    'share' in navigator &&
    window.matchMedia('(hover: none) and (pointer: coarse)').matches
  return (
    <span className={styles.copy} data-alive={alive || undefined}>
      <button
        type="button"
        className={styles.button}
        onClick={() => void (shares ? share() : copy()).then(setSaid)}
      >
        {shares ? 'Share' : 'Copy link'}
      </button>
      <span className={styles.said} aria-live="polite">
        {said}
      </span>
    </span>
  )
}

async function share(): Promise<string> {
  try {
    await navigator.share({ title: document.title, url: window.location.href })
    return ''
  } catch (error) {
    // Closing the sheet is no failure.
    return (error as Error).name === 'AbortError' ? '' : copy()
  }
}

async function copy(): Promise<string> {
  try {
    await navigator.clipboard.writeText(window.location.href)
    return 'Link copied'
  } catch {
    return 'Copy it from the address bar'
  }
}
