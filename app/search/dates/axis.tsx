import styles from './axis.module.css'
import type { Chart, Wide } from './bars'
import { ticksOf } from './ticks'
import { nameOf } from './units'

/** What stands under the bars: the calendar, and dates that are too wide for any bar. */
export function Axis({ chart }: { chart: Chart }) {
  const { bars, unit, wide } = chart
  return (
    <>
      {wide.length > 0 && (
        <ul className={styles.wide} aria-label={`Dates wider than a ${unit}`}>
          {wide.map((span) => (
            <li key={span.name} style={placeOf(span, bars.length)} title={inWords(span, unit)}>
              <span className="visually-hidden">{inWords(span, unit)}</span>
              <span className={styles.line} data-found={span.found > 0 || undefined} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.ticks} aria-hidden="true">
        {ticksOf(bars, unit).map(({ label, place, major }) => (
          <span key={place} data-minor={!major || undefined} style={{ left: `${place * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
    </>
  )
}

const placeOf = ({ first, last }: Wide, count: number) => ({
  left: `${(first / count) * 100}%`,
  right: `${100 - ((last + 1) / count) * 100}%`,
})

const inWords = ({ name, found, whole }: Wide, unit: string): string =>
  `${nameOf(name)}, ${unit} not known: ${found} of ${whole}`
