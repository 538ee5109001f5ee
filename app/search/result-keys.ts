import type { KeyboardEvent } from 'react'

/** Arrows walk through the results, Enter opens the one that has the focus. */

/** Focuses the result that many places after one, or the first; false where there is none. */
export function focusResult(from: Element | null, step: 1 | -1): boolean {
  const results = [...document.querySelectorAll<HTMLElement>('#results [data-result]')]
  const next = results[from === null ? 0 : results.indexOf(from as HTMLElement) + step]
  next?.focus()
  return next !== undefined
}

export function walkResults(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const target = event.target as HTMLElement
  const result = target.closest('[data-result]')
  // Before the first arrow the focus may stand on the results as a whole.
  if (result === null && target !== event.currentTarget) return
  if (event.key === 'Enter' && target === result) {
    result.querySelector<HTMLElement>('[data-opens]')?.click()
    return
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
  if (step === undefined || (result === null && step === -1)) return
  if (focusResult(result, step)) event.preventDefault()
}
