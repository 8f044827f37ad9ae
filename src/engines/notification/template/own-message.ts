import { z } from 'zod'
import type { ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { faultsOf, unknownIn } from './template-faults.ts'
import { DossierKind, fillTemplate, TemplateText, type Facts } from './template-shape.ts'

const Line = z.string().trim().min(1).max(500)

/**
 * What one procedure says itself when something of it is told: the texts for telephones, and the line on the page of the person, which is the
 * e-mail too. By which channels it goes, and when, stays with the template of all.
 */
export const OwnMessage = z.strictObject({
  event: DossierKind,
  plain: TemplateText.shape.plain,
  accented: TemplateText.shape.accented,
  /** The short message goes with marks. Absent: without. */
  isAccented: z.literal(true).optional(),
  /** Absent: the usual line. */
  line: z.strictObject({ vi: Line, en: Line }).optional(),
})
export type OwnMessage = z.output<typeof OwnMessage>

/** What is wrong with the texts of a message, each with its place: `plain`, `line.en`. */
export const faultsOfOwn = ({ event, line, ...texts }: OwnMessage): ProblemPlace[] => [
  ...faultsOf(event, texts),
  ...(['vi', 'en'] as const).flatMap((language) =>
    unknownIn(event, line?.[language] ?? '').map((message) => ({ path: `line.${language}`, message })),
  ),
]

/** The line on the page and in the e-mail, where the procedure says one. */
export const ownLine = ({ line }: Pick<OwnMessage, 'line'>, facts: Facts): Words | undefined =>
  line && { vi: fillTemplate(line.vi, facts), en: fillTemplate(line.en, facts) }
