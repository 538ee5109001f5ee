import { countsInWords } from './bar-list'
import type { Bar, Chart } from './bars'
import styles from './histogram.module.css'
import { nameOf } from './units'
import type { Stretch } from './use-brush'

type Props = { pointed: Bar | null; chart: Chart; stretch: Stretch | null }

/** What is under the pointer, or the range that is being chosen, in words. */
export function Readout({ pointed, chart, stretch }: Props) {
  const [first, last] = [chart.bars[stretch?.first ?? -1], chart.bars[stretch?.last ?? -1]]
  const words =
    first !== undefined && last !== undefined
      ? first === last
        ? nameOf(first.name)
        : `${nameOf(first.name)} – ${nameOf(last.name)}`
      : pointed === null
        ? ''
        : countsInWords(pointed)
  // The bars and sliders say the same to screen readers.
  return (
    <span className={styles.readout} aria-hidden="true">
      {words}
    </span>
  )
}
