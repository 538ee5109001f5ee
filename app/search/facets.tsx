'use client'

import type { PageAnswer } from '#search/page-answer'
import type { SearchState } from '#search/state'
import { grouped } from '../grouped'
import { ActorFacet } from './actor-facet'
import { DateFacet } from './dates/date-facet'
import styles from './facets.module.css'
import { FindValue } from './find-value'
import { KIND_LABELS } from './labels'
import { useSearchState } from './use-search-state'
import { ValueList, withChosen } from './value-list'

/**
 * All filters: beside the results, on a narrow screen in a sheet. The sheet is the browser's own
 * popover, which opens and closes without script as well.
 */
export function Facets({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { facets, titles, total, values } = answer
  const chosen = chosenFilters(state)
  return (
    <div className={styles.sheet}>
      <button type="button" className={styles.handle} popoverTarget="filters">
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <div className={styles.facets} id="filters" popover="auto">
        <section className={styles.facet} aria-labelledby="facet-actor">
          <h2 className="label" id="facet-actor">
            Actors
          </h2>
          <ActorFacet answer={answer} />
        </section>
        <DateFacet undated={answer.undated} />
        <section className={styles.facet} aria-labelledby="facet-kind">
          <h2 className="label" id="facet-kind">
            Kind
          </h2>
          <ValueList
            facet="kind"
            values={Object.keys(KIND_LABELS).map((kind) => [kind, facets.kind[kind] ?? 0])}
            labelOf={(kind) => KIND_LABELS[kind as keyof typeof KIND_LABELS]}
          />
        </section>
        {(values.document ?? 0) + state.document.length > 0 && (
          <section className={styles.facet} aria-labelledby="facet-document">
            <h2 className="label" id="facet-document">
              Document
            </h2>
            <ValueList
              facet="document"
              values={withChosen(facets.document, state.document)}
              labelOf={(id) => titles[id] ?? id}
            />
          </section>
        )}
        {(values.section ?? 0) + state.section.length > 0 && (
          <section className={styles.facet} aria-labelledby="facet-section">
            <h2 className="label" id="facet-section">
              Section
            </h2>
            <FindValue
              facet="section"
              label="Find a section"
              busiest={facets.section}
              order={answer.sections}
              available={values.section ?? 0}
            />
          </section>
        )}
        <p className={styles.done}>
          <button type="button" popoverTarget="filters" popoverTargetAction="hide">
            Show {grouped(total)} {total === 1 ? 'result' : 'results'}
          </button>
        </p>
      </div>
    </div>
  )
}

const chosenFilters = (state: SearchState): number =>
  state.actor.length +
  state.notActor.length +
  state.kind.length +
  state.document.length +
  state.section.length +
  Number(state.from !== null || state.to !== null) +
  Number(state.undated)
