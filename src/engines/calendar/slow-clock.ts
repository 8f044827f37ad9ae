import type { Calendar } from './declare.ts'

// The oracle of the property tests: no sums and no arithmetic on days, only the question "is this one minute worked?",
// asked minute after minute. Written apart from the engine on purpose; nothing but tests imports it.

const clocks = Array.from({ length: 1440 }, (_, minute) => new Date(minute * 60_000).toISOString().slice(11, 16))
const asked = new WeakMap<Calendar, Map<string, boolean[]>>()

export const nextMinute = (at: Date): Date => new Date(at.getTime() + 60_000)

/** Whether the office works during the minute that begins at an instant. */
export function isOfficeMinute(calendar: Calendar, at: Date): boolean {
  const local = new Date(at.getTime() + 7 * 3_600_000)
  return officeMinutesOn(calendar, local.toISOString().slice(0, 10))[local.getUTCHours() * 60 + local.getUTCMinutes()]!
}

/** Whether the counter takes in during the minute that begins at an instant, though perhaps nobody works. */
export function isReceptionMinute(calendar: Calendar, at: Date): boolean {
  if (isOfficeMinute(calendar, at)) return true
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  const [date, clock] = [local.slice(0, 10), local.slice(11, 16)]
  return (
    !calendar.days.some((day) => day.date <= date && date <= (day.through ?? day.date)) &&
    calendar.officeHours.some(
      ({ from, to, weekdays, spans, receptionOnly }) =>
        receptionOnly &&
        !(from && date < from) &&
        !(to && date >= to) &&
        weekdays.includes(weekdayOf(date)) &&
        spans.some(({ start, end }) => start <= clock && clock < end),
    )
  )
}

/** Whether the minute that begins at an instant is later than the cut-off of its day. */
export function isAfterCutOff(calendar: Calendar, at: Date): boolean {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  const date = local.slice(0, 10)
  const own = (calendar.cutOffs ?? []).filter(({ from, to }) => !(from && date < from) && !(to && date >= to))
  const cutOff = own.length > 0 ? own[0]!.at : calendar.cutOff
  return cutOff !== undefined && local.slice(11, 16) > cutOff
}

/** The end of the last office minute of a date; undefined on a day off. */
export function closesAt(calendar: Calendar, date: string): Date | undefined {
  const last = officeMinutesOn(calendar, date).lastIndexOf(true)
  return last < 0 ? undefined : new Date(Date.parse(`${date}T00:00:00+07:00`) + (last + 1) * 60_000)
}

/** The 1440 minutes of a date, true where the office works. */
export function officeMinutesOn(calendar: Calendar, date: string): boolean[] {
  const byDate = asked.get(calendar) ?? new Map<string, boolean[]>()
  asked.set(calendar, byDate)
  const minutes = byDate.get(date) ?? askMinutes(calendar, date)
  byDate.set(date, minutes)
  return minutes
}

function askMinutes(calendar: Calendar, date: string): boolean[] {
  const special = calendar.days.find((day) => day.date <= date && date <= (day.through ?? day.date))
  const inForce = calendar.officeHours.filter(
    ({ from, to, receptionOnly }) => !receptionOnly && !(from && date < from) && !(to && date >= to),
  )
  const own = inForce.filter(({ weekdays }) => weekdays.includes(weekdayOf(date)))
  // On a day from Monday to Friday on which the office never works a half day changes nothing.
  const isOpened = special && (special.kind !== 'half-day' || weekdayOf(date) > 5)
  const spans = (own.length > 0 ? own : isOpened ? inForce.slice(0, 1) : []).flatMap((hours) => hours.spans)
  return clocks.map((clock) => {
    if (special && special.kind !== 'swapped-work' && special.kind !== 'half-day') return false
    if (special?.kind === 'half-day' && clock < '12:00' !== (special.morningOnly ?? true)) return false
    return spans.some(({ start, end }) => start <= clock && clock < end)
  })
}

const weekdayOf = (date: string): number => ((new Date(date).getUTCDay() + 6) % 7) + 1
