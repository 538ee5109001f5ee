import { fold } from '#schema/fold'
import type { AuthorityActor } from './authority.ts'
import type { ReadActor, Report } from './authority-yaml.ts'
import { tokensOf } from './tokens.ts'

type Owner = { actor: AuthorityActor; what: 'name' | 'alias'; line: number }

/**
 * Actors without what is already another's id, name or alias, in any case and with any diacritics:
 * a name stands for one actor only.
 */
export function unambiguous(read: ReadActor[], report: Report): AuthorityActor[] {
  const owners = new Map<string, Owner>()
  return withOwnNames(read, owners, report).map(({ aliasLines, ...actor }) => {
    const own = new Set<string>([actor.name])
    const aliases = actor.aliases.filter((alias, index) => {
      const line = aliasLines[index] ?? actor.line
      const problem = problemOf(alias, actor, owners.get(fold(alias)), own)
      if (problem !== null) {
        report(line, problem)
        return false
      }
      own.add(alias)
      if (!owners.has(fold(alias))) owners.set(fold(alias), { actor, what: 'alias', line })
      return true
    })
    return { ...actor, aliases }
  })
}

/** Ids and canonical names first: they bind before any alias, wherever they stand in the file. */
function withOwnNames(read: ReadActor[], owners: Map<string, Owner>, report: Report): ReadActor[] {
  const ids = new Map<string, AuthorityActor>()
  return read.filter((actor) => {
    const sameId = ids.get(actor.id)
    const sameName = owners.get(fold(actor.name))
    if (sameId !== undefined) {
      report(actor.line, `id "${actor.id}" is already that of ${sameId.name} (line ${sameId.line})`)
    } else if (sameName !== undefined) {
      report(actor.line, `name "${actor.name}" is already a name (line ${sameName.line})`)
    } else if (tokensOf(actor.name).length === 0) {
      report(actor.line, `name "${actor.name}" has neither letters nor digits`)
    } else {
      ids.set(actor.id, actor)
      owners.set(fold(actor.name), { actor, what: 'name', line: actor.line })
      return true
    }
    return false
  })
}

function problemOf(
  alias: string,
  actor: AuthorityActor,
  owner: Owner | undefined,
  own: Set<string>,
): string | null {
  if (tokensOf(alias).length === 0) {
    return `alias "${alias}" of ${actor.name} has neither letters nor digits`
  }
  if (owner !== undefined && owner.actor.id !== actor.id) {
    const whose = owner.what === 'name' ? 'the name' : 'an alias'
    return `alias "${alias}" is already ${whose} of ${owner.actor.name} (line ${owner.line})`
  }
  return own.has(alias) ? `alias "${alias}" stands twice for ${actor.name}` : null
}
