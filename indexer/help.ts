export const HELP = `Usage: npm run index -- [options] [source ...]

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
`
