import type { ActorType } from '#schema/entry'

/** Words of a text that may name an actor, before the document has been asked. */
export type Candidate = {
  /** Tokens of the name, without a title before it. */
  from: number
  to: number
  /** As known (a state, an organization of the gazetteer) or as written. */
  name: string
  type: ActorType
  rule: CandidateRule
  /**
   * `certain` stands on its own; `likely` counts when it is no place here; `asked` counts only when
   * the document knows the name from elsewhere; `no` is a name of something that does not act.
   */
  weight: 'certain' | 'likely' | 'asked' | 'no'
  /** Known from the gazetteer: no shorter form of anything in the document. */
  listed: boolean
  /** The words around it make it a place: "in Washington", "Clinton, New York". */
  located: boolean
}

export type CandidateRule =
  | 'state-name'
  | 'organization-name'
  | 'person-name'
  | 'title'
  | 'acronym'
  | 'capitalised'
