import type { Page } from '@playwright/test'

/** What a page shows of a search, as its reader would note it down. */
export type Shown = {
  total: string
  /** Ids of the results, in order. */
  ids: string[]
  /** By heading of a facet: what is said of each value that has entries. */
  values: Record<string, string[]>
}

const FACETS = ['Actors', 'Dates', 'Kind', 'Document', 'Section']

/** In one look: a search may be answered while it lasts. */
export async function shownOn(page: Page): Promise<Shown> {
  const [total, ids, values] = await page.evaluate((facets) => {
    const named = (tag: string, name: string): Element | null => {
      const labelOf = (element: Element): string | null | undefined =>
        element.getAttribute('aria-label') ??
        document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent
      return [...document.querySelectorAll(tag)].find((one) => labelOf(one) === name) ?? null
    }
    const boxes = (name: string): string[] =>
      [...(named('section', name)?.querySelectorAll('[role=checkbox]') ?? [])].map(
        (box) => box.getAttribute('aria-label') ?? '',
      )
    return [
      document.querySelector('[role=status]')?.textContent ?? '',
      [...(named('ol', 'Results')?.children ?? [])].map(({ id }) => id),
      facets.map((name): [string, string[]] => [name, boxes(name)]),
    ] as const
  }, FACETS)
  const counted = (labels: string[]): string[] =>
    labels
      .map((label) => label.replace(/(, \d+ entr(?:y|ies)).*$/, '$1'))
      .filter((label) => !label.endsWith(', 0 entries'))
      .sort()
  const shown = values.map(([name, labels]): [string, string[]] => [name, counted(labels)])
  return { total, ids: [...ids], values: Object.fromEntries(shown) }
}
