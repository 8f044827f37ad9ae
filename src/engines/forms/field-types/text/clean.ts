import { tidy } from '#values/text.ts'

/** More than this is never kept of one answer, whatever a field allows: a wrong paste must not fill the database. */
const keptLength = 20_000

/** One line that can be stored: composed, no control or direction marks, whole characters, at most `limit` signs. */
export function cleanLine(text: string, limit = keptLength): string {
  return cut(tidy(wellFormed(text.slice(0, limit * 4))), limit)
}

/** Several lines: ends of line become `\n`, each line is cleaned, empty lines at the ends go, runs of them become one. */
export function cleanLines(text: string, limit = keptLength): string {
  const lines = wellFormed(text.slice(0, limit * 4))
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => tidy(line))
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, ''),
    limit,
  )
}

/** Half a character cannot be stored in a database; `toWellFormed` is missing on old phones. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** Cuts between characters, never inside one. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return text
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}
