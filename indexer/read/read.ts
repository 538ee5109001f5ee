import type { DateForms, Reading } from '../blocks.ts'
import type { SourceText } from '../parsed.ts'
import { readMarkdown } from './markdown.ts'
import { readTxt } from './txt.ts'

const READERS = { txt: readTxt, md: readMarkdown } as const satisfies Record<
  SourceText['format'],
  (text: string, dates: DateForms) => Reading
>

/** A text as blocks, by its format. */
export function read({ format, text }: SourceText, dates: DateForms): Reading {
  return READERS[format](text, dates)
}
