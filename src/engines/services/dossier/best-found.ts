import { fold, wordsIn } from '#values/text.ts'

interface Line {
  readonly applicantName: string
  readonly enterpriseName: string | null
}

/** The lines that answer what was typed best come first; those that answer it alike stay in their order. */
export const bestFirst = <Found extends Line>(found: readonly Found[], text: string): Found[] => {
  const typed = piecesOf(text)
  const score = (line: Line) => {
    const names = piecesOf(`${line.applicantName} ${line.enterpriseName ?? ''}`)
    return typed.reduce((sum, piece) => sum + Math.max(0, ...names.map((name) => likeness(piece, name))), 0)
  }
  return found
    .map((line) => ({ line, score: score(line) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ line }) => line)
}

const piecesOf = (text: string): string[] => wordsIn(text.normalize('NFC').toLowerCase())

/** A whole word of a name counts more than its beginning, and with the tone marks that were typed more than without. */
function likeness(typed: string, name: string): number {
  if (typed === name) return 4
  if (fold(typed) === fold(name)) return 3
  if (name.startsWith(typed)) return 2
  return fold(name).startsWith(fold(typed)) ? 1 : 0
}
