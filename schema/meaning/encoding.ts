import type { MeaningModel } from './model.ts'

/**
 * A model as records of the collection's index, so that it travels with the entries to wherever the app
 * runs: one record that names it, and parts that hold its bytes.
 */

/** `id` of the one record that names the model. */
export const MEANING_RECORD_ID = 'meaning'

/** Which model the entries' vectors belong to. */
export type MeaningRecord = {
  id: typeof MEANING_RECORD_ID
  type: 'meaning'
  model: string
  parts: number
  /** False while vectors of an earlier model may be left: a run that was cut off. */
  complete: boolean
  /** Who makes the entries' vectors: the indexer with this model, or an embedder that the engine calls. Another word: an older Kronika. */
  vectorsBy: 'indexer' | 'engine'
  /** TERMS_VERSION of the model; missing before there were versions. */
  terms?: number
}

export type MeaningPartRecord = {
  id: string
  type: 'meaning-part'
  model: string
  part: number
  /** Base64. */
  data: string
}

const PART_BYTES = 384 * 1024

type Header = { dimensions: number; entries: number; averageLength: number; terms: string[] }

/** Header and terms as JSON, then counts, scales and vectors, little-endian as typed arrays lie. */
export function encodeModel(model: MeaningModel): MeaningPartRecord[] {
  const { id, dimensions, entries, averageLength, terms, entriesWith, scales, vectors } = model
  const header: Header = { dimensions, entries, averageLength, terms: [...terms.keys()] }
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  const bytes = Buffer.concat([
    length,
    json,
    ...[entriesWith, scales, vectors].map((array) =>
      Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    ),
  ])
  const parts: MeaningPartRecord[] = []
  for (let start = 0; start < bytes.length; start += PART_BYTES) {
    const part = parts.length
    const data = bytes.subarray(start, start + PART_BYTES).toString('base64')
    parts.push({ id: `meaning-part-${part}`, type: 'meaning-part', model: id, part, data })
  }
  return parts
}

/** Null when parts are missing or belong to another model: it is being written just now. */
export function decodeModel(
  { model, parts }: Pick<MeaningRecord, 'model' | 'parts'>,
  records: readonly MeaningPartRecord[],
): MeaningModel | null {
  const found = records
    .filter((record) => record.model === model && record.part < parts)
    .sort((a, b) => a.part - b.part)
  if (found.length !== parts || parts === 0) return null
  const bytes = Buffer.concat(found.map(({ data }) => Buffer.from(data, 'base64')))
  const headerEnd = 4 + bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as Header
  const rows = header.terms.length
  // A copy of its own: typed arrays begin at multiples of their element's size.
  const rest = new Uint8Array(bytes.subarray(headerEnd)).buffer
  return {
    id: model,
    dimensions: header.dimensions,
    entries: header.entries,
    averageLength: header.averageLength,
    terms: new Map(header.terms.map((term, row) => [term, row])),
    entriesWith: new Uint32Array(rest, 0, rows),
    scales: new Float32Array(rest, rows * 4, rows),
    vectors: new Int8Array(rest, rows * 8, rows * header.dimensions),
  }
}
