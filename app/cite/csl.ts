import 'server-only'
import type { DocumentRef, Entry } from '#schema/entry'
import { entryPath } from '#search/server/adapt'
import { type CslDate, cslDate, cslDay } from './csl-date'

/** An entry or a document as CSL-JSON (citationstyles.org, 1.0.2): what every citation is made from. */

export type CslItem = {
  id: string
  type: 'webpage'
  title: string
  'container-title'?: string
  section?: string
  /** The date of the entry itself; a document's own date is not known. */
  issued?: CslDate
  accessed: CslDate
  /** The source's own address, else the address here. */
  URL: string
  archive: string
  /** The address here. */
  archive_location: string
  /** Where in the document, for people. */
  note?: string
  abstract?: string
}

export type Citable = {
  /** Absolute address of the site. */
  site: string
  /** Name of the site as an archive. */
  siteName: string
  /** `YYYY-MM-DD` of the retrieval. */
  today: string
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

export const documentPath = (id: string): string => `/document/${encodeURIComponent(id)}`

/** The place of an entry in its document, e.g. `“June 1999,” entry 12`. */
export function placeInDocument({
  section,
  position,
}: Pick<Entry, 'section' | 'position'>): string {
  const number = `entry ${position + 1}`
  return section === null ? number : `“${section},” ${number}`
}

export function cslOfEntry(entry: Entry, { site, siteName, today }: Citable): CslItem {
  const { document, date, section } = entry
  const here = site + entryPath(entry.id)
  return {
    id: entry.id,
    type: 'webpage',
    title: titleOfEntry(entry),
    'container-title': document.title,
    ...(section !== null && { section }),
    ...(date !== null && { issued: cslDate(date) }),
    accessed: cslDay(today),
    URL: isAddress(document.source) ? document.source : here,
    archive: siteName,
    archive_location: here,
    note: placeInDocument(entry),
    abstract: entry.text,
  }
}

export function cslOfDocument(
  { id, title, source }: DocumentRef,
  { site, siteName, today }: Citable,
): CslItem {
  const here = site + documentPath(id)
  return {
    id,
    type: 'webpage',
    title,
    accessed: cslDay(today),
    URL: isAddress(source) ? source : here,
    archive: siteName,
    archive_location: here,
  }
}

const MAX_TITLE = 110

/** An entry has no title: its first words stand for it, behind the date that it was written under. */
export function titleOfEntry({ text, date }: Pick<Entry, 'text' | 'date'>): string {
  const lead = date !== null && date.offset === null && !date.inferred ? `${date.text}: ` : ''
  const line = `${lead}${text}`.replace(/\s+/gu, ' ').trim()
  const sentence = /^.{30,}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line
  if (sentence.length <= MAX_TITLE) return sentence.replace(/\.$/, '')
  const cut = line.slice(0, MAX_TITLE)
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), 60))
    .toWellFormed()
    .replace(/[\ufffd\s,;:–-]+$/u, '')}…`
}
