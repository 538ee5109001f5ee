const FEWEST_PLACES = 1024
const MAX_LOAD = 0.75
const HALF = 6
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Counts how often each of some million hashes has come, in 12 bytes each: a Map of strings takes ten
 * times as much. A hash table with open addressing.
 */
export class HashCounter {
  #high = new Uint32Array(FEWEST_PLACES)
  #low = new Uint32Array(FEWEST_PLACES)
  /** 0 for a free place. */
  #counts = new Uint32Array(FEWEST_PLACES)
  #size = 0

  /**
   * How often a hash has come, with this time.
   *
   * @param hash 12 characters of base32 as `textHash` gives them
   */
  count(hash: string): number {
    if (this.#size >= this.#counts.length * MAX_LOAD) this.#grow()
    const place = this.#placeOf(bitsOf(hash, 0), bitsOf(hash, HALF))
    const count = (this.#counts[place] ?? 0) + 1
    if (count === 1) this.#size++
    this.#counts[place] = count
    return count
  }

  /** How often a hash has come. */
  countOf(hash: string): number {
    return this.#counts[this.#placeOf(bitsOf(hash, 0), bitsOf(hash, HALF))] ?? 0
  }

  /** Number of different hashes. */
  get size(): number {
    return this.#size
  }

  *hashes(): Generator<string> {
    for (const [at, count] of this.#counts.entries()) {
      if (count > 0) yield textOf(this.#high[at] ?? 0) + textOf(this.#low[at] ?? 0)
    }
  }

  /** The place of a hash, which is the hash's own from now on. */
  #placeOf(high: number, low: number): number {
    const mask = this.#counts.length - 1
    let place = (low ^ (high << 2)) & mask
    while (this.#counts[place] !== 0 && !(this.#high[place] === high && this.#low[place] === low)) {
      place = (place + 1) & mask
    }
    this.#high[place] = high
    this.#low[place] = low
    return place
  }

  #grow(): void {
    const [highs, lows, counts] = [this.#high, this.#low, this.#counts]
    const places = counts.length * 2
    this.#high = new Uint32Array(places)
    this.#low = new Uint32Array(places)
    this.#counts = new Uint32Array(places)
    for (const [at, count] of counts.entries()) {
      if (count > 0) this.#counts[this.#placeOf(highs[at] ?? 0, lows[at] ?? 0)] = count
    }
  }
}

/** 30 bits: six characters of base32 (a to z, 2 to 7). */
function bitsOf(hash: string, from: number): number {
  let bits = 0
  for (let at = from; at < from + HALF; at++) {
    const code = hash.charCodeAt(at)
    bits = (bits << 5) | (code >= 97 ? code - 97 : code - 24)
  }
  return bits
}

function textOf(bits: number): string {
  let text = ''
  for (let shift = 5 * (HALF - 1); shift >= 0; shift -= 5)
    text += BASE32.charAt((bits >>> shift) & 31)
  return text
}
