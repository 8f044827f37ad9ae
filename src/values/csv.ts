/** Rows as a CSV file (RFC 4180) for a spreadsheet. The mark at its beginning tells spreadsheets that it is UTF-8. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): File =>
  new File(['\ufeff', ...rows.flatMap((cells) => [cells.map(csvCell).join(','), '\r\n'])], name, {
    type: 'text/csv; charset=utf-8',
  })

/** One cell; `= + - @`, tab and return at the start, also behind spaces, would be run as a formula, so a quote mark stands before them (ASVS V1.2.10). */
export function csvCell(text: string): string {
  const safe = /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The cells of one line (RFC 4180), without spaces around them: a separator or a doubled quote mark within quotes belongs to the cell. */
export function csvCells(line: string, separator: ',' | ';'): string[] {
  const cells: string[] = []
  let open: string | undefined
  for (const piece of line.split(separator)) {
    const cell: string = open === undefined ? piece : `${open}${separator}${piece}`
    // Quotes that are not closed yet: the cell goes on behind the separator.
    const isOpen = (cell.split('"').length - 1) % 2 === 1
    open = isOpen ? cell : undefined
    if (!isOpen) cells.push(cell)
  }
  if (open !== undefined) cells.push(open)
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"'),
  )
}
