import { say, type Language } from '#values/words.ts'
import type { OfficeDossier } from '../acts/acts.ts'

export interface PinChoice {
  readonly path: string
  readonly label: string
  /** Its name below the heading of its page or of the papers, which need not be said again. */
  readonly short: string
  /** The heading that it stands under in the list: the title of its page; none for papers. */
  readonly page?: string
  readonly kind: 'field' | 'paper'
  /** What stands there now; empty when nothing does. */
  readonly value: string
}

/** Every place the applicant can be asked to put right: answers, and papers that are not written by the system. */
export function pinChoices(dossier: OfficeDossier, language: Language): PinChoice[] {
  const fields = dossier.summary.flatMap((page) =>
    // What is worked out from other answers is put right there.
    page.rows
      .filter((row) => !row.computed)
      .map((row) => ({
        path: row.path,
        label: named(row.under, row.label),
        short: named(row.under === page.title ? undefined : row.under, row.label),
        page: page.title,
        kind: 'field' as const,
        value: row.table ? `${row.table.rows.length}` : row.lines.join(', '),
      })),
  )
  const papers = dossier.papers
    .filter((paper) => !paper.generated)
    .map((paper) => ({
      path: `papers.${paper.id}`,
      label: say(paper.name, language),
      short: say(paper.name, language),
      kind: 'paper' as const,
      value: paper.files.map((file) => file.name).join(', '),
    }))
  return [...fields, ...papers]
}

const named = (under: string | undefined, label: string): string => (under === undefined ? label : `${under}: ${label}`)
