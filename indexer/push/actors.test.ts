import { expect, it } from 'vitest'
import type { ActorRecord } from '#schema/indexes'
import { authorityOf } from '../actors/authority.ts'
import { actorRecords, diffActors } from './actors.ts'

const NATO = {
  id: 'nato',
  name: 'NATO',
  type: 'organization' as const,
  aliases: ['North Atlantic Treaty Organization', 'nato'],
  line: 1,
}
const MILOSEVIC = {
  id: 'milosevic',
  name: 'Slobodan Milošević',
  type: 'person' as const,
  aliases: [],
  line: 5,
}

const stored = (...records: ActorRecord[]) => new Map(records.map((r) => [r.actorId, r]))
const recordsOf = (...actors: (typeof NATO | typeof MILOSEVIC)[]) =>
  actorRecords(authorityOf(actors), [])

it('folds what a search may name an actor by', () => {
  const [milosevic] = recordsOf(MILOSEVIC).values()
  expect(milosevic?.keys).toEqual(['milosevic', 'slobodan milosevic'])
  const [nato] = recordsOf(NATO).values()
  expect(nato?.keys).toEqual(['nato', 'north atlantic treaty organization'])
})

it('adds actors that only entries name', () => {
  const thaci = {
    id: 'thaci',
    name: 'Thaçi',
    type: 'unknown' as const,
    verified: false,
    rule: 'r',
    evidence: [],
  }
  const records = actorRecords(authorityOf([NATO]), [
    thaci,
    { ...thaci, id: 'nato', name: 'other' },
  ])
  expect([...records.values()].map(({ name, verified }) => [name, verified])).toEqual([
    ['NATO', true],
    ['Thaçi', false],
  ])
})

it('removes an actor when no entry names it any more, or its name is taken', () => {
  const before = stored(...recordsOf(NATO, MILOSEVIC).values())
  const without = recordsOf(NATO)
  expect(diffActors(before, without, new Set(['Slobodan Milošević'])).gone).toEqual([])
  expect(diffActors(before, without, new Set()).gone).toEqual(['actor-milosevic'])
  const renamed = recordsOf(NATO, { ...MILOSEVIC, id: 'slobodan-milosevic' })
  const { upserts, gone } = diffActors(before, renamed, new Set(['Slobodan Milošević']))
  expect(upserts.map(({ id }) => id)).toEqual(['actor-slobodan-milosevic'])
  expect(gone).toEqual(['actor-milosevic'])
})

it('writes only what differs', () => {
  const before = stored(...recordsOf(NATO, MILOSEVIC).values())
  const after = recordsOf({ ...NATO, aliases: [] }, MILOSEVIC)
  expect(diffActors(before, after, new Set()).upserts.map(({ id }) => id)).toEqual(['actor-nato'])
})
