import type { PartialDate } from '#schema/entry'
import { understood } from './understood'

type Props = { dates: PartialDate[]; className?: string; as?: 'p' | 'span' }

/** An entry's dates as written, with what was understood behind them; or that there is none. */
export function EntryDate({ dates, className, as: Element = 'p' }: Props) {
  const [first, ...more] = dates
  if (first === undefined) return <Element className={className}>Undated</Element>
  return (
    <Element className={className}>
      <DateWords date={first} />
      {more.length > 0 && (
        <span title={more.map((date) => date.text).join(', ')}>
          <span aria-hidden="true"> +{more.length}</span>
          <span className="visually-hidden"> and {more.length} more</span>
        </span>
      )}
    </Element>
  )
}

function DateWords({ date }: { date: PartialDate }) {
  // A completed date is shown whole: its words alone ("30th") would not say when.
  const words = date.inferred ? understood(date) : date.text
  const title = `${understood(date)} (EDTF ${date.edtf})${date.inferred ? ', completed from its context' : ''}`
  const single = /^\d{4}(?:-\d{2}){0,2}$/.test(date.edtf) ? date.edtf : undefined
  return (
    <time dateTime={single} title={title}>
      {words.charAt(0).toUpperCase() + words.slice(1)}
      {date.inferred && <span aria-hidden="true">*</span>}
    </time>
  )
}
