/**
 * A whole number as English writes it: 12,345. The browser's own formatter says the same, but takes a phone a
 * tenth of a second to set up, while the page stands still.
 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
