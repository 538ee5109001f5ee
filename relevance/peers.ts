import MiniSearch from 'minisearch'
import { stemmer } from 'stemmer'
import winkBm25 from 'wink-bm25-text-search'
import winkNlp from 'wink-nlp-utils'
import type { Document } from './collection.ts'

/** What others find: the baselines, each as its documentation sets it up for English prose. */

export type System = {
  name: string
  /** Document ids, the best first. */
  search: (query: string) => Promise<string[]>
}

const HITS = 100

/** BM25 with wink's own tokens, stop words and Porter's stemmer. */
export function winkSystem(documents: readonly Document[]): System {
  const engine = winkBm25()
  engine.defineConfig({ fldWeights: { text: 1 } })
  engine.definePrepTasks([
    winkNlp.string.lowerCase,
    winkNlp.string.removeExtraSpaces,
    winkNlp.string.tokenize0,
    winkNlp.tokens.removeWords,
    winkNlp.tokens.stem,
  ])
  for (const [index, { text }] of documents.entries()) engine.addDoc({ text }, index)
  engine.consolidate()
  return {
    name: 'BM25, stemmed (wink)',
    search: async (query) =>
      engine.search(query, HITS).map(([index]) => documents[Number(index)]?.id ?? ''),
  }
}

/** BM25+ with Porter's stemmer, any of the words. */
export function miniSearchSystem(documents: readonly Document[], stemmed: boolean): System {
  const engine = new MiniSearch({
    fields: ['text'],
    ...(stemmed ? { processTerm: (term: string) => stemmer(term.toLowerCase()) } : {}),
  })
  engine.addAll(documents.map(({ id, text }) => ({ id, text })))
  return {
    name: stemmed ? 'BM25+, stemmed (MiniSearch)' : 'BM25+ (MiniSearch)',
    search: async (query) => {
      return engine
        .search(query)
        .slice(0, HITS)
        .map(({ id }) => String(id))
    },
  }
}
