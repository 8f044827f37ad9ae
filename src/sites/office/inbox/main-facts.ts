import type { SummaryPage, SummaryRow } from '#engines/forms/contract.ts'

const most = 8

/**
 * What a preview says of a dossier: answers that belong to nobody in particular, and of persons only the one whom the form asks
 * about first, who applies. A second person's name under the same word would be read as the applicant's.
 */
export function mainFacts(pages: readonly SummaryPage[]): SummaryRow[] {
  const rows = pages.flatMap((page) => page.rows).filter((row) => row.lines.length > 0 && row.table === undefined)
  const applicant = rows.find((row) => row.under !== undefined)?.under
  return rows.filter((row) => row.under === undefined || row.under === applicant).slice(0, most)
}
