import { collapse, normaliseText } from './normalise.ts'

/** Names that programs give by themselves. */
const IDLE =
  /^(?:microsoft word - .*|untitled.*|document\s?\d*|title|normal|template|about:blank|\S+:\/\/.*|.*\.(?:docx?|dotx?|rtf|odt|pdf|wpd|html?|txt|md|tex|indd))$/i

/** The title that a document's properties state; null for none, or for the name of some file. */
export function statedTitle(title: string): string | null {
  const plain = collapse(normaliseText(title))
  return plain === '' || IDLE.test(plain) ? null : plain
}
