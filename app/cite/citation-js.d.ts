/** What is used of Citation.js, which brings no types. */
declare module '@citation-js/core' {
  export const plugins: {
    output: { format(name: string, items: unknown[], options?: Record<string, unknown>): string }
    config: { get(name: string): never }
  }
}
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
