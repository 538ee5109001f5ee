import { matchAt, sticky, testAt } from './sticky.ts'
import { type Source, type Unit, unit } from './unit.ts'
import { DASH, SEASON, seasonNumber } from './words.ts'
import { yearAfter } from './years.ts'

const SEASON_ALONE = sticky(SEASON)
const SECOND_YEAR = sticky(`\\s?(?:${DASH}|/)\\s?(\\d{4}|\\d{1,2})(?![\\d-]|[a-z])`)

/** Springs that are the names of risings, not a time of year. */
const NAMED_SPRING =
  /(?<=\b(?:prague|arab|croatian|beijing|berlin|palm|silver|warm|hot|colorado|camp)\s)/iy

/** `spring of 1999`; a winter has two years, `the winter of 1998-99`, and begins in the first. */
export function season(source: Source, at: number): Unit | null {
  const { text, mode } = source
  const match = matchAt(SEASON_ALONE, text, at)
  if (match === null || testAt(NAMED_SPRING, text, at)) return null
  const [name] = match
  const end = at + name.length
  const year = yearAfter(source, end, false)
  const written = unit({
    kind: 'season',
    rule: year === null ? 'season' : 'season-year',
    year: year?.year ?? null,
    month: seasonNumber(name),
    problem: year?.problem ?? null,
    start: at,
    end: year?.end ?? end,
  })
  if (year === null) return mode === 'mention' && name === 'fall' ? null : written
  return written.month === 24 ? wholeWinter(text, written) : written
}

function wholeWinter(text: string, winter: Unit): Unit {
  const match = matchAt(SECOND_YEAR, text, winter.end)
  if (match === null || winter.year === null) return winter
  const second = match[1] ?? ''
  const next = winter.year + 1
  const fits = Number(second) === next % 10 ** second.length
  return fits ? { ...winter, end: winter.end + match[0].length } : winter
}
