import { createSearchClient } from '#search/client'
import { gatewaySend } from './gateway-send'

/** The one search client of a page in a browser; imported only when it is needed. */
export const browserClient = createSearchClient(gatewaySend)
