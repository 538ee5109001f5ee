import Link from 'next/link'
import type { Actor, Entry, PartialDate } from '#schema/entry'
import { EMPTY_STATE } from '#search/state'
import { hrefOf } from '#search/url'
import { ACTOR_TYPE_LABELS } from '../search/labels'
import styles from './evidence.module.css'
import { ruleInWords } from './rules'
import { understood } from './understood'

/** Why the entry is dated and whom it names: the words that caused each value, and the rule. */
export function EvidenceList({ entry }: { entry: Entry }) {
  const { date, mentions, actors } = entry
  if (date === null && mentions.length === 0 && actors.length === 0) return null
  return (
    <section className={styles.evidence} aria-labelledby="evidence">
      <h2 className="label" id="evidence">
        Why it is dated and whom it names
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Understood</th>
            <th scope="col">Words</th>
            <th scope="col">Recognised by</th>
          </tr>
        </thead>
        <tbody>
          {date !== null && <DateRow date={date} what="its own date" />}
          {mentions.map((mention) => (
            <DateRow
              key={`${mention.edtf} ${mention.offset?.[0]} ${mention.text}`}
              date={mention}
              what="mentioned"
            />
          ))}
          {actors.map((actor) => (
            <ActorRow key={actor.id} actor={actor} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DateRow({ date, what }: { date: PartialDate; what: string }) {
  const { edtf, text, offset, rule, inferred, qualifier } = date
  return (
    <tr>
      <td>
        {understood(date)}
        <small>
          {what}, <abbr title="Extended Date/Time Format, ISO 8601-2">EDTF</abbr> {edtf}
          {qualifier !== null && `, ${qualifier}`}
        </small>
      </td>
      <td>
        <Words text={text} kind="date" outside={offset === null} />
      </td>
      <td>
        {ruleInWords(rule)}
        {inferred && <small>completed from its context</small>}
      </td>
    </tr>
  )
}

function ActorRow({ actor }: { actor: Actor }) {
  const { name, type, verified, rule, evidence } = actor
  return (
    <tr>
      <td>
        <Link href={hrefOf({ ...EMPTY_STATE, actor: [name] })} prefetch={false}>
          {name}
        </Link>
        <small>
          {ACTOR_TYPE_LABELS[type]}
          {!verified && type !== 'unknown' && ', not verified'}
        </small>
      </td>
      <td>
        {evidence.map(({ text, offset }) => (
          <Words
            key={`${offset?.[0]} ${text}`}
            text={text}
            kind="actor"
            outside={offset === null}
          />
        ))}
      </td>
      <td>{ruleInWords(rule)}</td>
    </tr>
  )
}

function Words({
  text,
  kind,
  outside,
}: {
  text: string
  kind: 'date' | 'actor'
  outside: boolean
}) {
  return (
    <span className={styles.words}>
      <mark className={styles[kind]}>{text}</mark>
      {outside && <small>beside the text</small>}
    </span>
  )
}
