/** Where the focus goes when what had it is gone: to the results, without scrolling to them. */
export const focusResults = (): void =>
  document.getElementById('results')?.focus({ preventScroll: true })
