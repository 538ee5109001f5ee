import type { LeftOut } from './parsed.ts'

/**
 * A document goes through its stages (lines, blocks, pieces, dated pieces) in parts, so that a large
 * one never stands in memory whole. How it is cut into parts changes nothing of what comes out.
 */

/** Some items in their order, and what was left out on the way to them. */
export type Part<T> = { items: T[]; leftOut: LeftOut[] }

/** All items of a document; each call begins anew. */
export type Parts<T> = () => AsyncIterable<Part<T>>

/** Makes of items what the next stage reads; it may hold back what depends on items to come. */
export type Stage<In, Out> = {
  /** @param isLast whether no more items come */
  part(items: In[], isLast: boolean): Part<Out>
}

/** The items of a document after one more stage. */
export function through<In, Out>(parts: Parts<In>, begin: () => Stage<In, Out>): Parts<Out> {
  return async function* () {
    const stage = begin()
    const next = (items: In[], leftOut: LeftOut[], isLast: boolean): Part<Out> => {
      const out = stage.part(items, isLast)
      return leftOut.length === 0 ? out : { ...out, leftOut: [...leftOut, ...out.leftOut] }
    }
    for await (const { items, leftOut } of parts()) yield next(items, leftOut, false)
    yield next([], [], true)
  }
}

/** Goes through the stages before once only, for what is small enough to stay in memory. */
export function kept<T>(parts: Parts<T>): Parts<T> {
  let all: Promise<Part<T>[]> | null = null
  const read = async () => {
    const parted: Part<T>[] = []
    for await (const part of parts()) parted.push(part)
    return parted
  }
  return async function* () {
    all ??= read()
    yield* await all
  }
}

/** `kept` for what is small; large is what is read again. */
export type Keep = <T>(parts: Parts<T>) => Parts<T>

export const readAgain: Keep = (parts) => parts

/** Reads up to the first item of a kind. */
export async function someOf<T>(parts: Parts<T>, is: (item: T) => boolean): Promise<boolean> {
  for await (const { items } of parts()) if (items.some(is)) return true
  return false
}

/** Items that stand in memory. */
export function inOnePart<T>(items: T[], leftOut: LeftOut[] = []): Parts<T> {
  return async function* () {
    yield { items, leftOut }
  }
}

/** All parts as one. */
export async function allOf<T>(parts: Parts<T>): Promise<Part<T>> {
  const all: Part<T> = { items: [], leftOut: [] }
  for await (const { items, leftOut } of parts()) {
    for (const item of items) all.items.push(item)
    for (const item of leftOut) all.leftOut.push(item)
  }
  return all
}
