/** How many records have which value, by facet, as the engine answers it: the most frequent first. */
export type Counts = Record<string, Record<string, number>>

/** The counts of several sets that have no record in common. */
export function sumOfCounts(all: readonly (Counts | undefined)[]): Counts {
  const facets = new Set(all.flatMap((counts) => Object.keys(counts ?? {})))
  return Object.fromEntries(
    [...facets].map((facet) => [
      facet,
      sumOf(all.map((counts) => counts?.[facet]).filter((values) => values !== undefined)),
    ]),
  )
}

/** Most values are of the first set alone: they keep their places, which costs far less than to find them again. */
function sumOf([first = {}, ...others]: readonly Counts[string][]): Counts[string] {
  const changed = new Map<string, number>()
  for (const [value, count] of others.flatMap((other) => Object.entries(other))) {
    const before = changed.get(value) ?? (Object.hasOwn(first, value) ? first[value] : 0)
    changed.set(value, (before ?? 0) + count)
  }
  if (changed.size === 0) return first
  const kept = Object.entries(first).filter(([value]) => !changed.has(value))
  const moved = [...changed].sort(frequentFirst)
  // Without a prototype it is filled several times as fast, and a value may have any name.
  const sum: Counts[string] = Object.create(null)
  for (const [value, count] of [...kept, ...moved].sort(frequentFirst)) sum[value] = count
  return sum
}

const frequentFirst = ([, one]: [string, number], [, other]: [string, number]): number =>
  other - one
