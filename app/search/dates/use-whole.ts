import { useEffect, useRef, useState } from 'react'
import { type Whole, wholeOf } from '#search/calendar'
import { parametersOf } from '#search/instant'
import { type InstantResult, pageAnswerOf } from '#search/page-answer'
import { EMPTY_STATE } from '#search/state'
import { useSearchState } from '../use-search-state'

/**
 * The whole collection behind the results. It came with the page for the first range; for another
 * range, whose finer units were not sent yet, and after the collection changed it is fetched.
 */
export function useWhole(first: Whole, corpusVersion: number): Whole {
  const { state } = useSearchState()
  const { from, to } = state
  const [whole, setWhole] = useState(first)
  const wanted = `${corpusVersion} ${from} ${to}`
  const held = useRef(`${first.corpusVersion} ${from} ${to}`)
  useEffect(() => {
    if (wanted === held.current) return
    let current = true
    wholeFor(from, to)
      .then((fetched) => {
        if (!current || fetched === null) return
        held.current = wanted
        setWhole(fetched)
      })
      // The results say that the engine does not answer; the bars behind them stay as they are.
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [wanted, from, to])
  return whole
}

async function wholeFor(from: string | null, to: string | null): Promise<Whole | null> {
  const { index, ...params } = parametersOf({ ...EMPTY_STATE, from, to, size: 1 })
  const { browserClient } = await import('../browser-client')
  const found = await browserClient.search([{ indexName: index, query: '', params }] as never)
  const answer = pageAnswerOf(found.results[0] as unknown as InstantResult | undefined)
  return answer === null ? null : wholeOf(answer, answer.calendar)
}
