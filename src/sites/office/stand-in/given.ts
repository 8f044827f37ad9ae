import type { Client } from '#engines/contract.ts'
import { addDays, isPlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { textOf } from '../../form-text.ts'

/** To whom, from when to when and why, as the form says it. */
export function givenOf(form: FormData) {
  const last = textOf(form, 'last')
  const reason = textOf(form, 'reason')
  return {
    toPostId: textOf(form, 'to-post'),
    from: textOf(form, 'first'),
    // People say the last day with it; the operation wants the first day without.
    to: isPlainDate(last) ? addDays(last, 1) : last,
    ...(reason && { reason }),
  }
}

type Given = Awaited<ReturnType<Client['directory']['listDelegations']>>[number]

/** Whose work it is, who has it, and how long, in words. */
export const saidOf = (given: Given) => ({
  from: `${given.fromName ?? ''} · ${given.fromTitle}, ${given.unitName}`,
  to: `${given.toName ?? ''} · ${given.toTitle}`,
  when: `${showDate(given.validFrom)} – ${showDate(addDays(given.validTo, -1))}`,
})
