/** How many records have which value, by facet, as the engine answers it: the most frequent first. */
export type Counts = Record<string, Record<string, number>>

/** The counts of several sets that have no record in common. */
export function sumOfCounts(all: readonly (Counts | undefined)[]): Counts {
  const sums = new Map<string, Map<string, number>>()
  for (const [facet, values] of all.flatMap((counts) => Object.entries(counts ?? {}))) {
    const sum = sums.get(facet) ?? new Map<string, number>()
    for (const [value, count] of Object.entries(values)) {
      sum.set(value, (sum.get(value) ?? 0) + count)
    }
    sums.set(facet, sum)
  }
  const frequentFirst = (sum: Map<string, number>) =>
    Object.fromEntries([...sum].sort(([, one], [, other]) => other - one))
  return Object.fromEntries([...sums].map(([facet, sum]) => [facet, frequentFirst(sum)]))
}
