'use client'

import type { ActorTraits, PageAnswer } from '#search/page-answer'
import styles from './actor-facet.module.css'
import { FindValue } from './find-value'
import { ACTOR_TYPE_LABELS } from './labels'
import { StateLink } from './state-link'
import { useSearchState } from './use-search-state'

/** Actors by count, each with its type; any or all of those that are chosen; others left out. */
export function ActorFacet({ answer }: { answer: PageAnswer }) {
  const { state } = useSearchState()
  const { facets, traits, values } = answer
  const noteOf = (name: string, found?: ActorTraits): string | null => {
    const known = found ?? traits[name]
    if (known === undefined) return null
    const type = known.type === 'unknown' ? null : ACTOR_TYPE_LABELS[known.type]
    const parts = [type, known.verified ? null : 'not verified'].filter((part) => part !== null)
    return parts.length === 0 ? null : parts.join(', ')
  }
  return (
    <>
      {(state.actor.length > 1 || state.actorMatch === 'all') && (
        <nav className={styles.match} aria-label="Entries that name">
          {(['any', 'all'] as const).map((match) => (
            <StateLink
              key={match}
              to={{ ...state, actorMatch: match, page: 1 }}
              aria-current={state.actorMatch === match ? 'true' : undefined}
            >
              {match === 'any' ? 'any of them' : 'all of them'}
            </StateLink>
          ))}
        </nav>
      )}
      <FindValue
        facet="actor"
        label="Find an actor or alias"
        busiest={facets.actor}
        available={values.actor ?? 0}
        noteOf={noteOf}
        excludable
      />
    </>
  )
}
