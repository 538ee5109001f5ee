import type { Entry } from '#schema/entry'
import { authorityOf } from '../actors/authority.ts'
import { parseDocument } from '../parse.ts'
import { wholeOf } from '../parsed.ts'

/** The entries of a document that a test writes. */
export async function entriesIn(
  lines: readonly string[],
  format: 'txt' | 'md' | 'html' = 'txt',
): Promise<Pick<Entry, 'kind' | 'date' | 'text'>[]> {
  const source = { id: 't', source: `t.${format}`, format, text: lines.join('\n') } as const
  const { entries } = await wholeOf(await parseDocument(source, authorityOf([])))
  return entries.map(({ entry }) => entry)
}

/** Their dates and texts. */
export const datedIn = async (...given: Parameters<typeof entriesIn>) =>
  (await entriesIn(...given)).map(({ date, text }) => [date?.edtf ?? null, text])
