import 'server-only'
import { TIES } from '#schema/settings'
import type { Sort } from '../state.ts'

/** The orders that people choose, as the engine takes them; each ends in an order of all entries. */
export const ORDERS: Record<Exclude<Sort, 'relevance'>, string[]> = {
  oldest: ['when.oldest:asc', ...TIES],
  newest: ['when.newest:desc', ...TIES],
  document: ['document.title:asc', 'position:asc', ...TIES],
}
