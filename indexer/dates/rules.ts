/**
 * The rules that recognise dates, each with an example of what it reads. The names go into every
 * entry (`date.rule`), so they are stable: a rule may be added, none is renamed.
 */
export const RULES = {
  'iso-day': '1999-06-10, 1999/06/10, 1999.06.10',
  'iso-month': '1999-06',
  'compact-day': '19990610, a whole cell',
  edtf: '199X, 1999-21, 1999~, a whole cell',
  'dotted-day': '10.06.1999, always day first',
  'numeric-day': '6/10/1999, in the order that the document settles',
  'numeric-month': '06/1999',
  'day-month-year': '10 June 1999, 10.VI.1999',
  'month-day-year': 'June 10, 1999',
  'year-month-day': '1999 June 10, at the head of a line or in a table',
  'month-year': 'June 1999',
  'year-month': '1999 June, at the head of a line or in a table',
  'season-year': 'spring of 1999, the winter of 1998-99',
  year: '1999',
  'era-year': 'A.D. 476',
  decade: 'the 1990s',
  century: '19th century, nineteenth century',
  'day-month': '28 October, the year inferred',
  'month-day': 'Oct. 28th, the year inferred',
  'day-of-month': '30th under a heading that names the month, year and month inferred',
  month: 'in March, the year inferred',
  season: 'Spring under a heading that names the year, the year inferred',
  interval: 'June 10-12, 1999',
  'open-interval': '1998 to present, from June 1999 onwards',
  before: 'before 1912',
  until: 'until 1872, by 1872: the date of an entry or a cell, not of words in prose',
  after: 'after 1945',
  since: 'since 1945',
} as const

export type Rule = keyof typeof RULES
