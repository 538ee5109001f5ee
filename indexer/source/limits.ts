/** A document is parsed as one text in memory. */
export const MAX_FILE_BYTES = 200_000_000

export const MAX_ADDRESS_BYTES = 50_000_000
