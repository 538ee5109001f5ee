import type { Entry } from '#schema/entry'

/** What in an entry's text caused what: the words of its dates and of its actors. */

export type Span = { start: number; end: number; kind: 'date' | 'actor' | 'found'; says: string }

export type Segment = { text: string; spans: Span[] }

/** The evidence that stands in the text itself. */
export function evidenceSpans({ date, mentions, actors }: Entry): Span[] {
  const spans: Span[] = []
  for (const { offset, edtf, rule } of [...(date === null ? [] : [date]), ...mentions]) {
    if (offset !== null) {
      const [start, end] = offset
      spans.push({ start, end, kind: 'date', says: `date ${edtf}, by ${rule}` })
    }
  }
  for (const { name, rule, evidence } of actors) {
    for (const { offset } of evidence) {
      if (offset === null) continue
      const [start, end] = offset
      spans.push({ start, end, kind: 'actor', says: `${name}, by ${rule}` })
    }
  }
  return spans
}

/** The text cut where a span begins or ends, so that spans may overlap. Joined, it is the text. */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const inside = (offset: number): number => Math.min(text.length, Math.max(0, offset))
  const cuts = new Set([0, text.length])
  for (const { start, end } of spans) cuts.add(inside(start)).add(inside(end))
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      spans: spans.filter(({ start, end }) => start <= from && end >= to),
    }
  })
}
