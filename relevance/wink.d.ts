/** The parts of two packages without types that the baselines use. */
declare module 'wink-bm25-text-search' {
  type Task = (input: never) => unknown
  type Engine = {
    defineConfig(config: { fldWeights: Record<string, number> }): boolean
    definePrepTasks(tasks: Task[]): number
    addDoc(document: Record<string, string>, id: string | number): number
    consolidate(): boolean
    search(query: string, limit: number): [id: string, score: number][]
  }
  export default function bm25(): Engine
}

declare module 'wink-nlp-utils' {
  type Task = (input: never) => unknown
  const utilities: {
    string: { lowerCase: Task; removeExtraSpaces: Task; tokenize0: Task }
    tokens: { removeWords: Task; stem: Task }
  }
  export default utilities
}
