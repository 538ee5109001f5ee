/** How far into a page its encoding is looked for: browsers stop at 1024 bytes. */
const HEAD = 4096

const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i

/**
 * The encoding that a page or an XML file names itself; null when it names none.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, HEAD))
    .replace(/<!--[\s\S]*?-->/g, '')
  const charset = XML.exec(head)?.[1] ?? META.exec(head)?.[1]
  if (charset === undefined) return null
  // What could be read byte by byte up to here is not UTF-16, whatever it says.
  return /^utf-?16/i.test(charset) ? 'utf-8' : charset
}
