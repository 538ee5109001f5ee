/**
 * Windows-1252 as the WHATWG Encoding Standard has it: Latin-1, but for 27 of the bytes 80 to 9F.
 * Ours, because TextDecoder of Node 20 reads them as Latin-1 (nodejs/node#56542).
 */
const FROM_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => FROM_80_TO_9F[byte.charCodeAt(0) - 0x80] ?? byte)
}

/** Names of the encoding that servers send; the standard reads Latin-1 as Windows-1252 too. */
export function isWindows1252(charset: string): boolean {
  return /^(windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(charset)
}
