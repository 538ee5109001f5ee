import { FACETS } from '#schema/facets'
import { SORTS, VIEWS } from '#search/state'
import { CITATION_FORMATS } from '../../cite/citations'

/** The API as an OpenAPI 3.1 document; the tests check real answers against its schemas. */

const list = (name: string, description: string, items: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  style: 'form',
  explode: true,
  schema: { type: 'array', items },
})

const single = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
})

const flag = (name: string, description: string) =>
  single(name, description, { type: 'string', enum: ['0', '1'] })

const DATE_BOUND = { type: 'string', examples: ['1999', '1999-06', '1999-06-12'] }

const SEARCH = [
  single('q', 'Words. Every one must be found; "phrases" and -exclusions bind.'),
  list('actor', 'Entries that name any of these actors, by id, name or alias.'),
  single('actorMatch', '`all`: entries that name all of the actors.', { enum: ['any', 'all'] }),
  list('notActor', 'Not the entries that name one of these.'),
  list('kind', 'Only these kinds.', { enum: ['timeline', 'paragraph'] }),
  list('document', 'Only these documents, by id.'),
  list('section', 'Only under these headings.'),
  single('from', 'Dates that reach to this year, month or day, or beyond it.', DATE_BOUND),
  single('to', 'Dates that begin by the end of this year, month or day.', DATE_BOUND),
  flag('undated', '`1`: undated entries, alone or beside a range.'),
  flag('exact', '`1`: no typos, beginnings, synonyms or meaning, and nothing dropped.'),
  flag('meaning', '`0`: words only.'),
  flag('names', '`0`: names as typed only.'),
  single('sort', 'The order.', { enum: [...SORTS] }),
]

const PAGE = [
  single('page', 'From 1.', { type: 'integer', minimum: 1 }),
  single('size', 'Hits per page.', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
  single('view', 'How the page shows results; changes no answer.', { enum: [...VIEWS] }),
]

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const strict = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const text = { type: 'string' }
const whole = { type: 'integer', minimum: 0 }
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const counts = { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } }
const range = {
  type: 'array',
  items: whole,
  minItems: 2,
  maxItems: 2,
  description: 'UTF-16 code units in `text`, end exclusive.',
}

const entry = {
  id: text,
  kind: { enum: ['timeline', 'paragraph'] },
  text,
  document: strict({ id: text, title: text, source: text }),
  section: nullable(text),
  position: whole,
  place: nullable(text),
  date: nullable(ref('Date')),
  mentions: { type: 'array', items: ref('Date') },
  actors: { type: 'array', items: ref('Actor') },
  addedIn: { type: 'integer', minimum: 1 },
  changedIn: { type: 'integer', minimum: 1 },
}

const SCHEMAS = {
  Date: strict({
    edtf: { type: 'string', description: 'ISO 8601-2.' },
    start: nullable(day),
    end: nullable(day),
    precision: { enum: ['day', 'month', 'season', 'year', 'decade', 'century', 'interval'] },
    qualifier: { enum: ['approximate', 'uncertain', null] },
    inferred: { type: 'boolean' },
    rule: text,
    text,
    offset: nullable(range),
  }),
  Actor: strict({
    id: text,
    name: text,
    type: { enum: ['person', 'organization', 'state', 'unknown'] },
    verified: { type: 'boolean' },
    rule: text,
    evidence: { type: 'array', items: strict({ text, offset: nullable(range) }) },
  }),
  Entry: strict(entry),
  Hit: strict({
    ...entry,
    url: { type: 'string', description: 'Relative address of its page.' },
    highlights: strict({ text: { type: 'array', items: range } }),
  }),
  Answer: strict({
    total: whole,
    matched: strict({ words: whole, meaning: whole }),
    relaxed: { type: 'boolean', description: 'No entry has all the words: some were dropped.' },
    page: { type: 'integer', minimum: 1 },
    pages: whole,
    hits: { type: 'array', items: ref('Hit') },
    facets: strict(
      Object.fromEntries(
        FACETS.filter(({ pageOnly }) => pageOnly !== true).map(({ name }) => [name, counts]),
      ),
      ['day'],
    ),
    undated: whole,
    ignored: { type: 'array', items: strict({ parameter: text, value: text, reason: text }) },
    corpusVersion: whole,
    tookMs: whole,
  }),
  Retrieval: strict({
    query: text,
    filters: { type: 'string', description: 'Parameters of a link, without the query.' },
    search: { type: 'string', format: 'uri' },
    corpusVersion: whole,
    retrieved: { type: 'string', format: 'date-time' },
  }),
  Line: strict({
    ...entry,
    url: { type: 'string', format: 'uri' },
    retrieval: ref('Retrieval'),
  }),
  NoLine: strict({ total: { const: 0 }, retrieval: ref('Retrieval') }),
  Window: strict({
    document: strict({ id: text, title: text, source: text, entries: whole }),
    first: whole,
    last: whole,
    entries: {
      type: 'array',
      items: strict({
        ...entry,
        url: text,
        hit: { type: 'boolean' },
        highlights: strict({ text: { type: 'array', items: range } }),
      }),
    },
  }),
  Health: strict({ status: { const: 'available' }, corpusVersion: whole }),
  Error: strict({ error: strict({ code: text, message: text }) }),
}

const answers = (type: string, schema: object, description: string) => ({
  200: { description, content: { [type]: { schema } } },
  503: error('The search engine does not answer.'),
})

const error = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref('Error') } },
})

const file = (path: string, type: string, summary: string, schema: object = text) => ({
  [path]: {
    get: {
      operationId: path.replace(/^.*[/.]/, 'entriesAs_'),
      summary,
      description:
        'All results, written while they are read. `page` and `size` are ignored. Every record says the query, the filters, the corpus version and the date of retrieval. When the entries change meanwhile, the file breaks off: its last record says so, and the connection fails.',
      parameters: SEARCH,
      responses: answers(type, schema, summary),
    },
  },
})

const notFound = error('The collection has nothing of this id.')

export const openApi = (site: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Kronika',
    version: '1',
    description: 'Entries of what happened when, and who did it. Reading only, without a key.',
  },
  servers: [{ url: site }],
  paths: {
    '/api/entries': {
      get: {
        operationId: 'entries',
        summary: 'Search the entries',
        description:
          'A value that is not understood is ignored, and listed in `ignored`; so is, of the words, what is not looked for because too many entries have it.',
        parameters: [...SEARCH, ...PAGE],
        responses: answers('application/json', ref('Answer'), 'A page of hits, and all counts.'),
      },
    },
    ...file('/api/entries.csv', 'text/csv', 'All results as a table'),
    ...file(
      '/api/entries.jsonl',
      'application/x-ndjson',
      'All results, a `Line` each; a `NoLine` when there are none; an `Error` last when it breaks off',
      { anyOf: [ref('Line'), ref('NoLine'), ref('Error')] },
    ),
    ...file('/api/entries.ris', 'application/x-research-info-systems', 'All results in RIS'),
    ...file('/api/entries.bib', 'application/x-bibtex', 'All results in BibTeX'),
    ...file('/api/entries.ics', 'text/calendar', 'All dated results as a calendar'),
    ...file('/feed.atom', 'application/atom+xml', 'All results as a feed'),
    ...file('/print', 'text/html', 'All results on one page, for paper'),
    '/api/documents/{id}': {
      get: {
        operationId: 'document',
        summary: 'Read a part of a document',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          single('at', 'Position of the first entry, from 0.', whole),
          ...SEARCH,
        ],
        responses: {
          ...answers('application/json', ref('Window'), 'Entries in order, with the hits marked.'),
          400: error('A position that is none.'),
          404: notFound,
        },
      },
    },
    '/api/cite': {
      get: {
        operationId: 'cite',
        summary: 'Cite an entry or a document',
        parameters: [
          single('entry', 'Id of an entry.'),
          single('document', 'Id of a document, when `entry` is not given.'),
          single('format', 'The form.', { enum: [...CITATION_FORMATS], default: 'chicago' }),
        ],
        responses: {
          200: {
            description: 'The citation, as a file.',
            content: {
              'text/plain': { schema: text },
              'application/x-bibtex': { schema: text },
              'application/x-research-info-systems': { schema: text },
              'application/vnd.citationstyles.csl+json': { schema: { type: 'array' } },
            },
          },
          400: error('A form that is none.'),
          404: notFound,
          503: error('The search engine does not answer.'),
        },
      },
    },
    '/api/health': {
      get: {
        operationId: 'health',
        summary: 'Whether a search would be answered',
        responses: answers('application/json', ref('Health'), 'It would.'),
      },
    },
  },
  components: { schemas: SCHEMAS },
})
