import type { Json } from '#values/layers.ts'
import { readAt } from '../edit-declaration.ts'
import { option } from './control.ts'
import { asTyped, numberTyped } from './number-typed.ts'

/** A bound of a date as it is asked for on screen. */
export interface BoundAsked {
  readonly kind: '' | 'today' | 'date' | 'field'
  readonly date: string
  readonly field: string
  /** Days from today, or from the answer; negative: before it. */
  readonly days: string
}

export const boundKinds = [
  option('', 'Không giới hạn', 'No limit'),
  option('today', 'Ngày nộp đơn', 'The day of filing'),
  option('date', 'Một ngày định trước', 'A fixed day'),
  option('field', 'Ngày ở một câu trả lời', 'A date that was answered'),
]

const nothing: BoundAsked = { kind: '', date: '', field: '', days: '' }

/** What a bound says, piece by piece. */
export function boundAsked(bound: Json | undefined): BoundAsked {
  if (bound === undefined) return nothing
  if (bound === 'today') return { ...nothing, kind: 'today' }
  if (typeof bound === 'string') return { ...nothing, kind: 'date', date: bound }
  const piece = (key: string) => asTyped(readAt(bound, key))
  return readAt(bound, 'field') === undefined
    ? { ...nothing, kind: 'today', days: piece('today') }
    : { ...nothing, kind: 'field', field: piece('field'), days: piece('days') }
}

/** The bound that the pieces say; undefined where there is none. */
export function boundOf({ kind, date, field, days }: BoundAsked): Json | undefined {
  const shift = numberTyped(days)
  if (kind === 'date') return date
  if (kind === 'today') return shift === undefined || shift === 0 ? 'today' : { today: shift }
  if (kind === 'field') return { field, ...(shift !== undefined && { days: shift }) }
  return undefined
}
