import type { PlainDate } from '#values/plain-date.ts'

/** A dossier's code: `<organ code>-<yyMMdd>-<4-digit order of the day>` (vn-standards §5.4). */
export const dossierCode = (organCode: string, day: PlainDate, order: number): string =>
  `${organCode}-${day.slice(2).replaceAll('-', '')}-${String(order).padStart(4, '0')}`

/** A document's number and notation: below ten with a leading zero (Decree 30/2020, annex I). */
export const documentNumber = (order: number, notation: string): string =>
  `${String(order).padStart(2, '0')}/${notation}`
