/** The elements of HTML, by what they mean for the text inside them. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** They have no end tag and no content. */
export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** Text that nobody sees on the page. */
export const SILENT = set(
  'script style template noscript head title svg iframe object applet audio video canvas map datalist noframes noembed',
)

/** They stand on lines of their own. */
export const BLOCK = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul listing xmp plaintext',
)

/** The start of one of these ends a paragraph that was left open. */
export const ENDS_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul listing xmp',
)

export const LISTS = set('ul ol dir menu')
export const CELLS = set('td th')

export const headingLevel = (name: string): number | null =>
  /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : null
