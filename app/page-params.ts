/** What Next hands to a page, in our terms. */

export type PageParams<P> = {
  params: Promise<P>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * The query of the page's address. Next gathers it in a plain object, where a parameter that is called `__proto__`
 * brings in what nobody wrote: only texts are.
 */
export async function paramsOf(props: Pick<PageParams<unknown>, 'searchParams'>) {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await props.searchParams)) {
    for (const text of [value].flat()) if (typeof text === 'string') params.append(name, text)
  }
  return params
}

/** An id of the path; a malformed one is nobody's. */
export function decodedId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return ''
  }
}
