/** Behind the end of a sentence, nothing but brackets up to the end of the text: "… at noon. [NATO]" */
const CITATION = /(?<=[.!?…]["'”’)]*\s*)(?:\[[^[\]]{1,100}\]\s*)+$/u
const LONGEST = 400

/**
 * Where the words begin that name a text's source and not who is in it: its length where there are none.
 * In UTF-16 code units.
 */
export function citationStart(text: string): number {
  if (!text.trimEnd().endsWith(']')) return text.length
  const from = Math.max(0, text.length - LONGEST)
  const match = CITATION.exec(text.slice(from))
  return match === null ? text.length : from + match.index
}
