import { dateAt } from '#values/plain-date.ts'
import { showClock, showDayMonth } from '#values/show-time.ts'
import type { OfficeDossier } from '../acts/acts.ts'

export interface SaidOpinion {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly when: string
  readonly text: string
}

export const whenOf = (at: Date): string => `${showDayMonth(dateAt(at))} ${showClock(at)}`

const detailOf = (detail: unknown, name: string): unknown =>
  typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>)[name] : undefined

const detailText = (detail: unknown, name: string): string | undefined => {
  const value = detailOf(detail, name)
  return typeof value === 'string' ? value : undefined
}

/** The reason that went with a line of the history. */
export const reasonOf = (detail: unknown): string | undefined =>
  detailText(detail, 'reason') ?? detailText(detail, 'opinion')

/** The personal number of whoever was authorised to come to the counter. */
export const authorisedNumber = (detail: unknown): string | undefined =>
  detailText(detailOf(detail, 'came'), 'personalId')

/** What was said and not taken back, in order: opinions, answers to consultations, reasons for refusing or sending back. */
export function opinionsOf({ history }: Pick<OfficeDossier, 'history'>): SaidOpinion[] {
  const undone = new Set(history.map(({ detail }) => detailText(detail, 'undid')))
  return history
    .filter((line) => !undone.has(line.id) && (line.kind === 'opinion' || reasonOf(line.detail) !== undefined))
    .map((line) => ({
      id: line.id,
      name: line.actorName,
      post: [line.actorTitle, line.unitName].filter(Boolean).join(', '),
      when: whenOf(line.at),
      text: reasonOf(line.detail) ?? line.words.vi,
    }))
}
