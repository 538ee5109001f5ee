export type Attributes = ReadonlyMap<string, string>

export const NONE: Attributes = new Map()

/** So many of one kind are remembered: a page repeats few of them very often. */
const MOST = 200

/** Gives elements with the same attributes the same map: of a million cells, each would take 200 bytes. */
export class SharedAttributes {
  /** By a shared map and one more attribute, the shared map of both. */
  readonly #longer = new Map<Attributes, Map<string, Attributes>>([[NONE, new Map()]])

  /** These attributes and one more, unless it is among them already. */
  with(attributes: Attributes, name: string, value: string): Attributes {
    if (attributes.has(name)) return attributes
    const known = this.#longer.get(attributes)
    // One that is an element's own may grow: a copy for each of many attributes would be dear.
    if (known === undefined) return (attributes as Map<string, string>).set(name, value)
    const key = `${name}=${value}`
    const found = known.get(key)
    if (found !== undefined) return found
    const longer = new Map([...attributes, [name, value]])
    if (known.size < MOST && this.#longer.size < MOST) {
      known.set(key, longer)
      this.#longer.set(longer, new Map())
    }
    return longer
  }
}
