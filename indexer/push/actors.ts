import { fold } from '#schema/fold'
import type { ActorRecord } from '#schema/indexes'
import { spellings } from '#schema/letters'
import type { Authority } from '../actors/authority.ts'
import type { ActorRef } from '../actors/others.ts'
import { canonicalJson } from './canonical.ts'

/** The records of the authority file's actors, and of others that entries of this run name. */
export function actorRecords(
  authority: Authority,
  occurring: Iterable<ActorRef>,
): Map<string, ActorRecord> {
  const records = new Map<string, ActorRecord>()
  for (const { id, name, type, aliases } of authority.actors) {
    records.set(id, actorRecord({ id, name, type, verified: true }, aliases))
  }
  for (const actor of occurring) {
    if (!records.has(actor.id)) records.set(actor.id, actorRecord(actor, []))
  }
  return records
}

function actorRecord({ id, name, type, verified }: ActorRef, aliases: string[]): ActorRecord {
  const keys = [...new Set([id, name, ...aliases].flatMap(spellings).map(fold))]
  return {
    id: `actor-${id}`,
    type: 'actor',
    actorId: id,
    name,
    actorType: type,
    verified,
    aliases,
    keys,
  }
}

/**
 * What of the stored actors has to be written and what has to go. An actor that this run does not
 * know stays as long as an entry names it: another document may have been read with another authority
 * file. It goes when its name is now another actor's, for a name belongs to one.
 */
export function diffActors(
  stored: ReadonlyMap<string, ActorRecord>,
  wanted: ReadonlyMap<string, ActorRecord>,
  namesInUse: ReadonlySet<string>,
): { upserts: ActorRecord[]; gone: string[] } {
  const upserts = [...wanted.values()].filter((record) => {
    const before = stored.get(record.actorId)
    return before === undefined || canonicalJson(before) !== canonicalJson(record)
  })
  const names = new Set([...wanted.values()].map(({ name }) => name))
  const gone = [...stored.values()].filter(
    ({ actorId, name }) => !wanted.has(actorId) && (names.has(name) || !namesInUse.has(name)),
  )
  return { upserts, gone: gone.map(({ id }) => id) }
}
