/** Tells quickly that a text has other words than dates have. Loose: what it lets through is read. */

const BEGINNINGS =
  'mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twel|thirt|twent|centur|year|month|week|day|decade|hour|hr|onward'
const WHOLE =
  'the|of|to|and|or|in|on|from|as|at|up|by|fall|around|about|approximately|roughly|cc?a?|circa|early|earlier|mid|very|late|later|latter|last|beginning|start|middle|end|close|turn|full|half|quarter|fortnight|part|closing|final|opening|waning|few|two|three|several|possibly|perhaps|probably|maybe|presumably|most|likely|before|prior|after|beyond|since|between|through|thru|until|till|present|today|now|date|ongoing|thereafter|local|time|noon|midnight|morning|afternoon|evening|night|st|nd|rd|th|a|b|d|e|h|m|p|s|t|i{1,3}|i?v|vi{1,3}|ix|x+|xi{1,2}|z|ad|am|bce?|ce|pm|gmt|utc|e[sd]t|ces?t'

/** One such word with what stands before it, or the end. */
const NEXT = new RegExp(`[^a-z]*(?:(?:${BEGINNINGS})[a-z]*|(?:${WHOLE})(?![a-z])|$)`, 'iy')

export function hasDateWordsOnly(text: string): boolean {
  for (let at = 0; at < text.length; at = NEXT.lastIndex) {
    NEXT.lastIndex = at
    if (!NEXT.test(text)) return false
  }
  return true
}
