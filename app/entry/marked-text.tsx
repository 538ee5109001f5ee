/** A text with the words found marked: offsets, never HTML. */
export function MarkedText({
  text,
  highlights,
}: {
  text: string
  highlights: readonly (readonly [number, number])[]
}) {
  const parts: React.ReactNode[] = []
  let end = 0
  for (const [from, to] of highlights) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>)
    end = to
  }
  parts.push(text.slice(end))
  return <>{parts}</>
}
