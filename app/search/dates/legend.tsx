import type { Chart } from './bars'
import styles from './legend.module.css'

/** What the tones of the bars mean. */
export function Legend({ charts }: { charts: Chart[] }) {
  const vague = charts.some(({ bars }) => bars.some(({ found }) => found[1] > 0))
  const units = charts.filter((chart) => chart.wide.length > 0).map((chart) => chart.unit)
  return (
    <p className={styles.legend}>
      <span data-tone="found">results</span>
      <span data-tone="whole">whole collection</span>
      {vague && <span data-tone="vague">vague: approximate, inferred, or wider than a bar</span>}
      {units.length > 0 && <span data-tone="wide">{units.join(' or ')} not known</span>}
    </p>
  )
}
