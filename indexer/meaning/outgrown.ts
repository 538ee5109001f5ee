import { type MeaningModel, SAMPLE } from '#schema/meaning/model'

/** From this many times the entries that a model was learned from on, it is learned again. */
const GROWTH = 2
/** So much of what new entries say may be unknown to the model. */
const UNKNOWN = 0.3
/** Fewer new entries than this part of the collection do not make a new model worth its price. */
const WEIGHTY = 0.2

/**
 * Whether a collection needs a new model, which costs new vectors for all its entries: when there is
 * none, when it was learned from less than half of a collection that is still small, and when a good
 * part of the collection is new and speaks of things that the model does not know.
 *
 * @param added the terms of the first new entries
 * @param size number of entries before them
 */
export function isOutgrown(model: MeaningModel | null, added: string[][], size: number): boolean {
  if (model === null) return size + added.length > 0
  if (added.length === 0) return false
  const all = size + added.length
  if (model.entries < SAMPLE && all >= GROWTH * model.entries) return true
  return added.length >= WEIGHTY * all && unknownShare(model, added) > UNKNOWN
}

function unknownShare(model: MeaningModel, texts: string[][]): number {
  let terms = 0
  let unknown = 0
  for (const text of texts) {
    terms += text.length
    for (const term of text) if (!model.terms.has(term)) unknown++
  }
  return terms === 0 ? 0 : unknown / terms
}
