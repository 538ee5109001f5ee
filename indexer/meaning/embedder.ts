import type { Embedder, Meilisearch, Settings } from 'meilisearch'
import { EngineError } from '#engine/errors'
import { ENTRIES_INDEX } from '#schema/indexes'
import type { MeaningRecord } from '#schema/meaning/encoding'
import { EMBEDDER, vectorsOf } from '#schema/meaning/vectors'
import { ENTRIES_SETTINGS } from '#schema/settings'
import { readTexts } from '../push/stored.ts'
import { run } from '../push/tasks.ts'

/**
 * Who makes the vectors: the indexer, with the collection's own model, or an embedder that the engine
 * calls: `KRONIKA_EMBEDDER`, the engine's own settings of one (sources openAi, ollama, rest) as JSON.
 */
export type EmbedderChoice = {
  vectorsBy: MeaningRecord['vectorsBy']
  settings: NonNullable<Embedder>
}

const CALLED_BY_THE_ENGINE = ['openAi', 'ollama', 'rest', 'huggingFace', 'composite']
const WORDS = '{{ doc.text }}\n{{ doc.margin }}'

/** @throws EngineError in one line for a variable that is no embedder */
export function chosenEmbedder(text = process.env.KRONIKA_EMBEDDER ?? ''): EmbedderChoice {
  if (text.trim() === '') {
    return { vectorsBy: 'model', settings: ENTRIES_SETTINGS.embedders[EMBEDDER] }
  }
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
 * Before the engine gets an embedder: another kind of one goes first, with its vectors; and where vectors
 * come from us, every entry says that it has none yet, for else the engine refuses the embedder.
 */
export async function prepareEmbedder(
  client: Meilisearch,
  current: Settings,
  { vectorsBy, settings }: EmbedderChoice,
): Promise<void> {
  const before = current.embedders?.[EMBEDDER]
  const index = client.index(ENTRIES_INDEX)
  if (before && before.source !== settings.source) {
    await run(client, 'removing the former embedder', () =>
      index.updateEmbedders({ [EMBEDDER]: null } as never),
    )
  }
  // The engine keeps former vectors as a field of the entry, and would take them for the new embedder's.
  const _vectors = vectorsBy === 'engine' ? { [EMBEDDER]: { regenerate: true } } : vectorsOf(null)
  for await (const page of readTexts(client)) {
    const lines = page.map(({ id }) => JSON.stringify({ id, _vectors }))
    await run(client, 'preparing entries for vectors', () =>
      index.updateDocumentsFromString(lines.join('\n'), 'application/x-ndjson'),
    )
  }
}
