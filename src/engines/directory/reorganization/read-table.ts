/** A table as people save or copy it from a spreadsheet. */
export interface Table {
  readonly titles: readonly string[]
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** What cells may be divided by. */
export const marks = [',', ';', '\t'] as const

/**
 * Reads a table tolerantly: cells between `,`, `;` or tabs, whichever the title line has most of unless it is given, in quotes or not
 * (RFC 4180), with a byte order mark or without; empty lines are left out.
 */
export function readTable(text: string, given?: (typeof marks)[number]): Table {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const head = whole.slice(0, (whole + '\n').indexOf('\n'))
  const count = (mark: string) => head.split(mark).length
  const [most = ','] = marks.toSorted((a, b) => count(b) - count(a))
  const [titles, ...lines] = linesOf(whole, given ?? most)
  return { titles: titles?.cells ?? [], lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }
}

function linesOf(text: string, mark: string) {
  const lines: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begun = 1
  const endLine = () => {
    lines.push({ line: begun, cells: [...cells, cell] })
    cells = []
    cell = ''
    begun = line
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '\n') line++
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted
    else if (!isQuoted && letter === mark) {
      cells.push(cell)
      cell = ''
    } else if (!isQuoted && letter === '\n') endLine()
    else cell += letter
  }
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}
