/**
 * Random numbers for property tests, the same for the same seed (xorshift32, Marsaglia 2003).
 * SEED in the environment repeats a run; every suite that uses it prints its seed.
 */
export type Random = {
  seed: number
  /** 0 to below 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number
  /** One of the values. */
  pick: <T>(values: readonly T[]) => T
  /** True with this probability. */
  chance: (probability: number) => boolean
  /** Some of the values, in their order. */
  some: <T>(values: readonly T[], probability: number) => T[]
}

export function seeded(
  seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)),
): Random {
  // Zero is the one state that xorshift never leaves.
  let state = seed | 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    seed,
    next,
    between,
    pick: (values) => values[between(0, values.length - 1)] as never,
    chance: (probability) => next() < probability,
    some: (values, probability) => values.filter(() => next() < probability),
  }
}
