import styles from './evidence.module.css'
import { type Span, segmentsOf } from './spans'

/** A text with its evidence marked; spans may overlap. */
export function EvidenceText({ text, spans }: { text: string; spans: readonly Span[] }) {
  let at = 0
  return segmentsOf(text, spans).map((segment) => {
    const key = at
    at += segment.text.length
    if (segment.spans.length === 0) return segment.text
    const kinds = [...new Set(segment.spans.map((span) => styles[span.kind]))].join(' ')
    const says = segment.spans.map((span) => span.says).filter((text) => text !== '')
    return (
      <mark key={key} className={kinds} title={says.length > 0 ? says.join(' · ') : undefined}>
        {segment.text}
      </mark>
    )
  })
}
