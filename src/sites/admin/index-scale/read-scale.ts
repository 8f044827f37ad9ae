import { pointedIndicators, readingIds, usualReadings } from '#engines/reporting/contract.ts'
import type { Client } from '#engines/contract.ts'
import { textOf } from '../../form-text.ts'

type Given = Parameters<Client['reporting']['setIndexScale']>[0]
export const gradeLines = [0, 1, 2, 3, 4, 5] as const

/** `12,5` and `12.5` alike; what is no number is refused by the operation in its place. */
const numberOf = (text: string): number => Number(text.replace(',', '.'))

/** The scale as the form says it: an indicator without points is not scored, a line without a name is no grade. */
export function scaleIn(form: FormData): Given {
  const text = (name: string) => textOf(form, name)
  return {
    document: text('document'),
    signedOn: text('signedOn'),
    effectiveFrom: text('effectiveFrom'),
    rules: {
      points: pointedIndicators
        .filter((id) => text(`points ${id}`) !== '')
        .map((id) => ({
          indicator: id,
          points: numberOf(text(`points ${id}`)),
          fullAt: numberOf(text(`fullAt ${id}`) || '100'),
        })),
      grades: gradeLines
        .filter((line) => text(`grade ${line}`) !== '')
        .map((line) => ({ name: text(`grade ${line}`), from: numberOf(text(`from ${line}`) || '0') })),
      readings: Object.fromEntries(readingIds.map((id) => [id, text(id)])) as unknown as typeof usualReadings,
    },
  }
}
