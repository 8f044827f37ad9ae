import { refuse } from '../refused.ts'

/** Functions that ask another program or the network when the sheet is counted. */
const asking = /(?<!\w)(DDE|RTD|WEBSERVICE|IMAGE|CALL|REGISTER(?:\.ID)?)\s*\(/i

/** Texts, which say nothing, beside names of sheets, which may hold their marks; and lists of constants. */
const pieces = /('(?:[^']|'')*')|"[^"]*"|\{[^}]*\}/g

/** Refuses a formula that asks outside: by a function, or as `program|'topic'!item`, which nothing else is written like. */
export function checkFormula(formula: string): void {
  const rest = formula.replaceAll(pieces, (_, sheet: string | undefined) => sheet ?? '')
  const found = asking.exec(rest)?.[1]
  if (found !== undefined) refuse('activeContent', `function ${found}`)
  if (rest.includes('|')) refuse('activeContent', 'DDE')
}
