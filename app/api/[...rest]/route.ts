import { noSuchAddress } from '#search/server/http'

/** Every other address under /api: errors there are JSON, not pages. */
export const GET = noSuchAddress
export const POST = noSuchAddress
export const PUT = noSuchAddress
export const PATCH = noSuchAddress
export const DELETE = noSuchAddress
