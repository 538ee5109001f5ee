import type { Embedder, Meilisearch, Settings } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { ENTRIES_INDEX } from '#schema/indexes'
import { EMBEDDER } from '#schema/meaning/vectors'
import { readTexts } from '../push/stored.ts'
import { run } from '../push/tasks.ts'

/**
 * Who makes the vectors: the indexer, with the collection's own model, or an embedder that the engine
 * calls: `KRONIKA_EMBEDDER`, the engine's own settings of one (sources openAi, ollama, rest) as JSON.
 */
export type EmbedderChoice =
  | { vectorsBy: 'indexer'; settings: null }
  | { vectorsBy: 'engine'; settings: NonNullable<Embedder> }

const CALLED_BY_THE_ENGINE = ['openAi', 'ollama', 'rest', 'huggingFace', 'composite']
const WORDS = '{{ doc.text }}\n{{ doc.margin }}'

/** @throws EngineError in one line for a variable that is no embedder */
export function chosenEmbedder(text = process.env.KRONIKA_EMBEDDER ?? ''): EmbedderChoice {
  if (text.trim() === '') return { vectorsBy: 'indexer', settings: null }
  const settings = parsed(text)
  if (settings === null || !CALLED_BY_THE_ENGINE.includes(String(settings.source))) {
    const sources = CALLED_BY_THE_ENGINE.join(', ')
    throw new EngineError(
      'environment',
      `KRONIKA_EMBEDDER must be an embedder of Meilisearch as JSON, with one of the sources ${sources}.`,
    )
  }
  return { vectorsBy: 'engine', settings: { documentTemplate: WORDS, ...settings } as never }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/**
 * Makes ready for another kind of embedder than the engine has: the former one goes, with its vectors, and
 * every entry says that it wants some of a new one.
 */
export async function prepareEmbedder(
  client: Meilisearch,
  current: Settings,
  { vectorsBy, settings }: EmbedderChoice,
): Promise<void> {
  const before = current.embedders?.[EMBEDDER]
  const index = client.index(ENTRIES_INDEX)
  if (before && before.source !== settings?.source) {
    await run(client, 'removing the former embedder', () =>
      index.updateEmbedders({ [EMBEDDER]: null } as never),
    )
  }
  if (vectorsBy === 'indexer') return
  // The engine keeps former vectors as a field of the entry, and would take them for the new embedder's.
  const _vectors = { [EMBEDDER]: { regenerate: true } }
  for await (const page of readTexts(client)) {
    const lines = page.map(({ id }) => JSON.stringify({ id, _vectors }))
    await run(client, 'preparing entries for vectors', () =>
      index.updateDocumentsFromString(lines.join('\n'), 'application/x-ndjson'),
    )
  }
}
