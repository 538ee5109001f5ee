import 'server-only'
import type { MultiSearchParams } from 'meilisearch'
import { facetAttribute } from '#schema/facets'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { Alternative } from './alternatives.ts'
import { idsFilter } from './candidates.ts'
import type { EngineClient } from './engine.ts'
import { yearsFilter } from './filters.ts'

/** The engine's filters that bind to typed years, none without years; and what of the years they leave aside. */
export type YearsFilter = () => Promise<Required<Pick<Alternative, 'filter' | 'aside'>>>

const PROSE = `${facetAttribute('kind')} = paragraph`

/** Entries of other years that name one of these; the rest is told by its dates. */
const MOST_NAMING = 1_000
const TOO_MANY = `more than ${MOST_NAMING} entries of other dates name this year: of them only the first are looked at`

/**
 * A typed year never finds another year, however many words were dropped: an entry has the year among
 * its dates or its words, or no date at all. Of a sentence this holds for timeline entries only: what prose
 * mentions beside its subject does not say that it is of another year. Asked once, when it is first needed.
 */
export function yearsOf(
  client: EngineClient,
  years: readonly string[],
  inSentence: boolean,
): YearsFilter {
  let asked: ReturnType<YearsFilter> | null = null
  return () => {
    asked ??=
      years.length === 0
        ? Promise.resolve({ filter: [], aside: [] })
        : bindingTo(client, years, inSentence)
    return asked
  }
}

async function bindingTo(
  client: EngineClient,
  years: readonly string[],
  inSentence: boolean,
): ReturnType<YearsFilter> {
  const dated = inSentence ? `(${yearsFilter(years)} OR ${PROSE})` : yearsFilter(years)
  const { results } = await client.multiSearch<MultiSearchParams, { id: string }>({
    queries: years.map((year) => ({
      indexUid: ENTRIES_INDEX,
      q: `"${year}"`,
      filter: `NOT ${dated}`,
      limit: MOST_NAMING + 1,
      attributesToRetrieve: ['id'],
    })),
  })
  const naming = results.flatMap(({ hits }) => hits.slice(0, MOST_NAMING).map(({ id }) => id))
  return {
    filter: [naming.length === 0 ? dated : `(${dated} OR ${idsFilter(naming)})`],
    aside: years
      .filter((_, at) => (results[at]?.hits.length ?? 0) > MOST_NAMING)
      .map((year) => ({ parameter: 'q', value: year, reason: TOO_MANY })),
  }
}
