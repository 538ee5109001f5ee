/** What a rule of the indexer did, in words; rules that are not here speak for themselves. */
const WORDS: Record<string, string> = {
  'authority-name': 'its name in the authority file',
  'authority-alias': 'another name of it in the authority file',
  'plural-title': 'names listed behind a title',
  column: 'a column of the table',
  'section-heading': 'the heading above',
  'time-element': 'a time element of the page',
  'tei-date': 'the date that the editors state',
}

export const ruleInWords = (rule: string): string => WORDS[rule] ?? rule.replaceAll('-', ' ')
