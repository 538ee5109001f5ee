import { nextDay } from '#schema/day'
import { effectiveDates } from '#schema/entry'
import { entryPath } from '#search/server/adapt'
import { placeInDocument, titleOfEntry } from '../cite/csl'
import { understood } from '../entry/understood'
import type { Format } from './format'
import { remarkOf } from './provenance'

/**
 * An iCalendar file (RFC 5545) of the dated entries. Days are floating, without a time zone; a wider date
 * is an event of all its days; one that is open on a side stands on the day that it has.
 */

const LAST_DAY = '9999-12-31'
const compact = (day: string): string => day.replaceAll('-', '')

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\n/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** Lines of at most 75 bytes, cut between characters; what follows begins with a blank. */
export function folded(line: string): string {
  const length = Buffer.byteLength(line)
  if (length <= 74) return `${line}\r\n`
  // Of single bytes, as most lines are: no need to look at each character.
  if (length === line.length) {
    const more = line.slice(74).match(/.{1,73}/gs) ?? []
    return `${[line.slice(0, 74), ...more].join('\r\n ')}\r\n`
  }
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 74) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return `${folded}\r\n`
}

const lines = (all: (string | null)[]): string =>
  all
    .filter((line) => line !== null)
    .map(folded)
    .join('')

export const calendarFile: Format = {
  type: 'text/calendar; charset=utf-8',
  extension: 'ics',
  head: ({ provenance, citable }) =>
    lines([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kronika//Entries//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `NAME:${escaped(`${citable.siteName}: ${provenance.words}`)}`,
      `X-WR-CALNAME:${escaped(`${citable.siteName}: ${provenance.words}`)}`,
      `DESCRIPTION:${escaped(remarkOf(provenance))}`,
      `SOURCE;VALUE=URI:${provenance.address}`,
    ]),
  entry: (hit, { provenance, citable }) =>
    effectiveDates(hit)
      .map((date, index) => {
        const start = date.start ?? date.end
        const end = date.end ?? date.start
        if (start === null || end === null) return ''
        const here = citable.site + entryPath(hit.id)
        const told = [
          hit.text,
          `${understood(date)} (“${date.text}”, EDTF ${date.edtf})`,
          `${hit.document.title}, ${placeInDocument(hit)}`,
          here,
          remarkOf(provenance),
        ]
        return lines([
          'BEGIN:VEVENT',
          `UID:${hit.id}${index === 0 ? '' : `-${index}`}@kronika`,
          `DTSTAMP:${provenance.retrieved.replace(/[-:]|\.\d+/g, '')}`,
          `DTSTART;VALUE=DATE:${compact(start)}`,
          end < LAST_DAY ? `DTEND;VALUE=DATE:${compact(nextDay(end))}` : null,
          `SUMMARY:${escaped(titleOfEntry(hit))}`,
          `DESCRIPTION:${escaped(told.join('\n'))}`,
          hit.place === null ? null : `LOCATION:${escaped(hit.place)}`,
          hit.actors.length === 0
            ? null
            : `CATEGORIES:${hit.actors.map(({ name }) => escaped(name)).join(',')}`,
          `URL:${here}`,
          'TRANSP:TRANSPARENT',
          'END:VEVENT',
        ])
      })
      .join(''),
  tail: () => 'END:VCALENDAR\r\n',
  // Without its end it is no calendar.
  broken: ({ message }) => lines([`X-KRONIKA-INCOMPLETE:${escaped(message)}`]),
}
