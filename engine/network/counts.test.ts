import { expect, it } from 'vitest'
import { seeded } from '#schema/seeded'
import { type Counts, sumOfCounts } from './counts.ts'

const random = seeded()
/** Names that objects have by themselves, and numbers, which they put first, are values as well. */
const VALUES = ['NATO', 'constructor', '__proto__', '1999', '7', 'Serbia', 'toString', '1999-06']

const some = (): Record<string, number> =>
  Object.fromEntries(
    random
      .some(VALUES, 0.5)
      .map((value): [string, number] => [value, random.between(1, 5)])
      .sort(([, one], [, other]) => other - one),
  )

it(`adds up what each set has, the most frequent first (SEED=${random.seed})`, () => {
  for (let round = 0; round < 300; round++) {
    const all = Array.from({ length: random.between(1, 4) }, (): Counts | undefined =>
      random.chance(0.1)
        ? undefined
        : { actor: some(), ...(random.chance(0.5) && { year: some() }) },
    )
    const before = JSON.stringify(all)
    const sums = sumOfCounts(all)
    for (const facet of ['actor', 'year']) {
      const expected = new Map<string, number>()
      for (const [value, count] of all.flatMap((one) => Object.entries(one?.[facet] ?? {}))) {
        expected.set(value, (expected.get(value) ?? 0) + count)
      }
      const found = Object.entries(sums[facet] ?? {})
      expect(new Map(found)).toEqual(expected)
      const named = found.filter(([value]) => !/^\d+$/.test(value)).map(([, count]) => count)
      expect(named).toEqual(named.toSorted((one, other) => other - one))
    }
    expect(JSON.stringify(all)).toBe(before)
  }
})
