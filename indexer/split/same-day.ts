/** Words at the head of a line that stand for the date of the line above. */

const SAME_DAY =
  /^(?:[-–—*•·]{1,2}\s{1,4})?(?:\*\*|__|[*_])?(?:(?:the\s)?same\s(?:day|date)(?:\*\*|__|[*_])?(?::(?:\*\*|__|[*_])?|\s?--?\s|\s?[–—]|\.\s|\t|\s?\|\s)|same\s(?:day|date),\s)\s*(?=\S)/i

/** Where the text begins after "Same day:"; null when the line does not begin so. */
export function sameDayLead(line: string): { margin: string; text: string } | null {
  const match = SAME_DAY.exec(line)
  if (match === null) return null
  const margin = match[0].replace(/^[\s*_•·–—-]+|[\s*_:;,.|–—-]+$/g, '')
  return { margin, text: line.slice(match[0].length).trim() }
}

const DITTO = /^(?:["“”″〃]|''|ditto|do\.?|idem|id\.|(?:the\s)?same(?:\s(?:day|date))?)$/i

/** A cell that repeats the one above: empty, or a ditto mark. */
export const isDitto = (cell: string): boolean => cell === '' || DITTO.test(cell)
