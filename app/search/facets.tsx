'use client'

import { useState } from 'react'
import type { PageAnswer } from '#search/page-answer'
import { ActorFacet } from './actor-facet'
import { DateFacet } from './dates/date-facet'
import styles from './facets.module.css'
import { FindValue } from './find-value'
import { KIND_LABELS } from './labels'
import { useSearchState } from './use-search-state'
import { ValueList, withChosen } from './value-list'

/** All filters. On a narrow screen they fold away behind a button; without script they stay open. */
export function Facets({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { facets, titles, values } = answer
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.sheet}>
      <button
        type="button"
        className={styles.handle}
        aria-expanded={open}
        aria-controls="filters"
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide filters' : 'Filters'}
      </button>
      <noscript>
        <style>{'#filters#filters { display: grid }'}</style>
      </noscript>
      <div className={styles.facets} id="filters" data-open={open || undefined}>
        <section className={styles.facet} aria-labelledby="facet-actor">
          <h2 id="facet-actor">Actors</h2>
          <ActorFacet answer={answer} />
        </section>
        <DateFacet undated={answer.undated} />
        <section className={styles.facet} aria-labelledby="facet-kind">
          <h2 id="facet-kind">Kind</h2>
          <ValueList
            facet="kind"
            values={Object.keys(KIND_LABELS).map((kind) => [kind, facets.kind[kind] ?? 0])}
            labelOf={(kind) => KIND_LABELS[kind as keyof typeof KIND_LABELS]}
          />
        </section>
        {(values.document ?? 0) + state.document.length > 0 && (
          <section className={styles.facet} aria-labelledby="facet-document">
            <h2 id="facet-document">Document</h2>
            <ValueList
              facet="document"
              values={withChosen(facets.document, state.document)}
              labelOf={(id) => titles[id] ?? id}
            />
          </section>
        )}
        {(values.section ?? 0) + state.section.length > 0 && (
          <section className={styles.facet} aria-labelledby="facet-section">
            <h2 id="facet-section">Section</h2>
            <FindValue
              facet="section"
              label="Find a section"
              busiest={facets.section}
              order={answer.sections}
              available={values.section ?? 0}
            />
          </section>
        )}
      </div>
    </div>
  )
}
