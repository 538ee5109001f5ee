import { grouped } from '../../grouped'
import styles from './bar-table.module.css'
import type { Chart } from './bars'
import { nameOf } from './units'

/** What the bars show, as numbers; it unfolds without script as well. */
export function BarTable({ chart }: { chart: Chart }) {
  const { bars, unit, wide } = chart
  return (
    <details className={styles.table}>
      <summary className="quiet">Show as a table</summary>
      <table>
        <caption className="visually-hidden">Results by {unit}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">results</th>
            <th scope="col">of them vague</th>
            <th scope="col">whole collection</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ name, found: [found, vague], whole: [whole] }) => (
            <tr key={name}>
              <th scope="row">{nameOf(name)}</th>
              <td>{grouped(found)}</td>
              <td>{grouped(vague)}</td>
              <td>{grouped(whole)}</td>
            </tr>
          ))}
          {wide.map(({ name, first, last, found, whole }) => (
            <tr key={`${name} ${first} ${last}`}>
              <th scope="row">
                {nameOf(name)}, {unit} not known
              </th>
              <td>{grouped(found)}</td>
              <td>{grouped(found)}</td>
              <td>{grouped(whole)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
