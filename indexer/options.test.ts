import { expect, it } from 'vitest'
import { UsageError } from './errors.ts'
import { HELP } from './help.ts'
import { parseOptions } from './options.ts'
import { FIELDS } from './table/columns.ts'

it('takes sources and options in any order', () => {
  const args = ['a.txt', '--out', 'x.jsonl', 'b/', '--replace', '--report=r.json', '--', '-odd.txt']
  expect(parseOptions(args)).toEqual({
    mode: 'index',
    sources: ['a.txt', 'b/', '-odd.txt'],
    replace: true,
    dryRun: false,
    out: 'x.jsonl',
    report: 'r.json',
    actors: null,
    suggestActors: null,
    allowPrivate: false,
    map: {},
  })
})

it('takes --remove repeatedly, each document once', () => {
  const args = ['--remove', 'a', '--remove=b', '--remove', 'a']
  expect(parseOptions(args)).toEqual({ mode: 'remove', ids: ['a', 'b'], report: null })
})

it('prefers help to everything', () => {
  expect(parseOptions(['-h', '--list', 'x'])).toEqual({ mode: 'help' })
})

it.each([
  ['--fast', 'Unknown option --fast'],
  ['-x', 'Unknown option -x'],
  ['--out', '--out needs a file'],
  ['--out --replace', '--out needs a file'],
  ['--remove=', '--remove needs a document id'],
  ['--replace=yes a', '--replace takes no value'],
  ['--out a --out b', '--out stands twice'],
  ['--remove x a.txt', '--remove takes no source, but a.txt is given'],
  ['--remove x --replace', '--remove and --replace do not go together'],
  ['--list --remove x', '--list and --remove do not go together'],
  ['--list a.txt', '--list takes no source, but a.txt is given'],
])('refuses %s', (args, problem) => {
  expect(() => parseOptions(args.split(' '))).toThrow(
    new UsageError(`${problem} (--help lists the options)`),
  )
})

it('has a help text of at most 100 columns', () => {
  expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(HELP).toMatchInlineSnapshot(`
    "Usage: npm run index -- [options] [source ...]

    Reads documents and puts their entries into the collection. A source is a file, a folder, a
    glob or an http(s) address; with none, data/. Documents are added, or replaced by their id;
    a folder that is read again loses the documents whose files are gone. Reads .txt, .md,
    .html (the text of a page, without its navigation), .xml (TEI), .docx (with all changes
    accepted), .pdf (its text layer) and tables: .csv, .tsv, .json and .jsonl.

    Options
      --replace         make the collection exactly these sources
      --remove ID       remove a document (repeatable)
      --list            print the documents: id, title, entries by kind, source
      --dry-run         parse only; needs no engine
      --out FILE        write the entries as JSON Lines, in document order
      --report FILE     write the report as JSON
      --actors FILE     the actors' authority file (default: data/actors.yaml)
      --suggest-actors FILE  write the names that the authority file does not have, in its form
      --allow-private   read private and loopback addresses too
      --map FIELD=COLUMN  the column of a table for date, start, end, year, month, day, endYear,
                        endMonth, endDay, text, title, actors, place, source, section or id
                        (repeatable)
      --help            print this help

    Exit status: 0 all read, 1 something could not be read (the rest is indexed), 2 wrong use.

    Examples
      npm run index -- notes/ 'archive/**/*.md'
      npm run index -- --replace https://example.org/chronology.txt
      npm run index -- --dry-run --suggest-actors found.yaml notes/
      npm run index -- --dry-run --out entries.jsonl chronology.txt
    "
  `)
})

it('names every field that --map takes in the help text', () => {
  const [, listed = ''] =
    /--map FIELD=COLUMN {2}the column of a table for ([^(]*)\(/.exec(HELP) ?? []
  expect(listed.split(/,\s*|\s+or\s+/).map((field) => field.trim())).toEqual(FIELDS)
})
