import type { ActorType, Kind } from '#schema/entry'
import type { Sort } from '#search/state'

/** The words of the interface for the values of the schema. */

export const KIND_LABELS: Record<Kind, string> = {
  timeline: 'Timeline entry',
  paragraph: 'Paragraph',
}

export const SORT_LABELS: Record<Sort, string> = {
  relevance: 'Relevance',
  oldest: 'Oldest first',
  newest: 'Newest first',
  document: 'Document order',
}

export const ACTOR_TYPE_LABELS: Record<ActorType, string> = {
  person: 'person',
  organization: 'organization',
  state: 'state',
  unknown: 'not verified',
}
