/** A schema.org description of a page, for machines that read it. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  // `<` would let a text end the script.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
    '<',
    '\\u003c',
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above, and a script takes no children
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
