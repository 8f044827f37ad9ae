import { WrongCall } from '#values/wrong-call.ts'

/** Reads the moment of `--at`; undefined where there is none. */
export function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  // With its zone: a moment that is read in another one restores another day's work.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new WrongCall(`--at must be a moment with its zone, such as 2026-11-28T08:15:00+07:00, not ${text}`)
  return new Date(text)
}
