import { refuse } from './check/refused.ts'

const mostLetters = 120

/** Of a longer name only the end is looked at: its ending stands there. */
const mostRead = 1000

/**
 * The name as shown and given back: the last part of whatever path was sent, without control characters and marks that turn the
 * direction of writing (they hide endings), at most 120 letters with its ending. It never becomes a path.
 */
export function cleanName(given: string): string {
  const last = given.slice(-mostRead).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[ .]+$/, '')
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  const bare = plain.slice(0, plain.length - ending.length).replaceAll(/^[ .]+|[ .]+$/g, '')
  // By code points, so that no half of a pair is left.
  const stem = Array.from(bare)
    .slice(0, mostLetters - ending.length)
    .join('')
    .trimEnd()
  return `${stem || 'tep'}${ending}`
}

const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
}

/** The name with an ending that fits the content: a name without any gets one, a name with another is refused. */
export function nameFor(name: string, mediaType: string): string {
  const fitting = endings[mediaType] ?? []
  // "Nghị định 61.2018" has no ending.
  const ending = /[^.]\.(?=\d*[a-z])([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return `${name}.${fitting[0]}`
  return fitting.includes(ending) ? name : refuse('nameMismatch', ending)
}
