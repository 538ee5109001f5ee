import type { Finding, LeftOut, LeftOutReason, Rest } from './parsed.ts'
import type { Broken } from './table/table.ts'

/** So many of a document are listed; the others are counted. */
export const MOST_LISTED = 10_000
export const MOST_BROKEN = 100

/** Collects what a document holds besides its entries, in bounded memory. */
export class RestCollector {
  readonly #leftOut: FirstOnes<LeftOut> | FirstByLine<LeftOut>
  readonly #findings = new FirstOnes<Finding>(MOST_LISTED)
  readonly #broken = new FirstOnes<Broken>(MOST_BROKEN)
  readonly #reasons = new Map<LeftOutReason, number>()

  /** @param order in which left-out blocks come: of their lines, or any, to be sorted by them */
  constructor(order: 'in order' | 'by line' = 'in order') {
    this.#leftOut = order === 'by line' ? new FirstByLine(MOST_LISTED) : new FirstOnes(MOST_LISTED)
  }

  leave(items: Iterable<LeftOut>): void {
    for (const item of items) {
      this.#leftOut.add(item)
      this.#reasons.set(item.reason, (this.#reasons.get(item.reason) ?? 0) + 1)
    }
  }

  find(items: Iterable<Finding> | FirstOnes<Finding>): void {
    if (items instanceof FirstOnes) this.#findings.addAll(items)
    else for (const item of items) this.#findings.add(item)
  }

  break(items: Iterable<Broken> | FirstOnes<Broken>): void {
    if (items instanceof FirstOnes) this.#broken.addAll(items)
    else for (const item of items) this.#broken.add(item)
  }

  get rest(): Rest {
    return {
      leftOut: this.#leftOut.items,
      findings: this.#findings.items,
      broken: this.#broken.items,
      counts: {
        leftOut: Object.fromEntries([...this.#reasons].sort()),
        findings: this.#findings.count,
        broken: this.#broken.count,
      },
    }
  }
}

/** Items of which only the first are kept. */
export class FirstOnes<T extends object> {
  readonly items: T[] = []
  count = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(item: T): void {
    this.count++
    if (this.items.length < this.#most) this.items.push(copy(item))
  }

  addAll({ items, count }: FirstOnes<T>): void {
    for (const item of items) this.add(item)
    this.count += count - items.length
  }
}

/** Items that come in any order, of which those of the first lines are kept. */
class FirstByLine<T extends { line: number }> {
  readonly #most: number
  #items: T[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(item: T): void {
    if (this.#items.push(copy(item)) >= this.#most * 2) this.#items = this.items
  }

  get items(): T[] {
    return this.#items.toSorted((a, b) => a.line - b.line).slice(0, this.#most)
  }
}

/** A slice of a string keeps the whole text alive from which it was cut. */
const copy = <T extends object>(item: T): T => JSON.parse(JSON.stringify(item))
