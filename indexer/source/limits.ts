/** A document that is not read in pieces is taken apart in memory. */
export const MAX_FILE_BYTES = 200_000_000

/** The tree of a page or an edition takes ten to forty times its bytes, the more the more tags it has. */
export const MAX_MARKUP_BYTES = 50_000_000

/** From this size on, a file is read in pieces where its format allows it. */
export const PIECES_FROM_BYTES = 8_000_000

export const MAX_ADDRESS_BYTES = 50_000_000

/** Up to this size, the blocks of a text that is read in pieces stay in memory: once is faster. */
export const SMALL_BYTES = 16_000_000
