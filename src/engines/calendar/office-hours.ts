import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import { cutOffOn, defineCalendar, type Calendar, type WeekHours } from './declare.ts'

/** Hours that a body has of its own from a day on, by a document. */
export interface OwnHours {
  readonly unitId: string
  readonly from: PlainDate
  /** Null: from that day on again the hours of the body above. */
  readonly week: WeekHours[] | null
  /** Absent or null: the cut-off of the body above. */
  readonly cutOff?: string | null
}

/** What holds at an office on one date, where nothing else is declared for it. */
export interface HoursOn {
  readonly week: WeekHours[]
  /** What is received after this minute counts from the next working day, where a limit or step asks for it. */
  readonly cutOff: string | null
}

/**
 * The calendar of a body: on each day the hours and the cut-off of the nearest body from it upwards that has its own then, else
 * those that the system declares. `upwards` has what each of them declared, the body itself first.
 */
export function calendarOfOffice(calendar: Calendar, upwards: readonly (readonly OwnHours[])[]): Calendar {
  const turns = [...new Set(upwards.flat().map(({ from }) => from))].sort()
  if (turns.length === 0) return calendar
  const periods = [undefined, ...turns].map((from, at): Period => ({
    ...(from !== undefined && { from }),
    ...(turns[at] !== undefined && { to: turns[at] }),
  }))
  const cutOffs = [...periods.flatMap((period) => cutOffWithin(upwards, period)), ...(calendar.cutOffs ?? [])]
  return defineCalendar({
    ...calendar,
    officeHours: periods.flatMap((period) => hoursWithin(calendar, upwards, period)),
    ...(cutOffs.length > 0 && { cutOffs }),
  })
}

/** The hours of each weekday, and the cut-off, that hold on a date. */
export const hoursOn = (calendar: Calendar, date: PlainDate): HoursOn => ({
  week: weekOn(calendar, date),
  cutOff: cutOffOn(calendar, date) ?? null,
})

const weekOn = ({ officeHours }: Calendar, date: PlainDate): WeekHours[] =>
  officeHours
    .filter((hours) => holdsOn(hours, date))
    .map(({ weekdays, spans, receptionOnly }) => ({ weekdays, spans, ...(receptionOnly && { receptionOnly }) }))

/** Office hours in a period within which no body changes its own. */
function hoursWithin(
  calendar: Calendar,
  upwards: readonly (readonly OwnHours[])[],
  period: Period,
): Calendar['officeHours'] {
  for (const declared of upwards) {
    const week = lastBegun(declared, period.from)?.week
    if (week) return week.map((hours) => ({ ...period, ...hours }))
  }
  return calendar.officeHours.flatMap((hours) => {
    const from = [hours.from, period.from]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1)
    const to = [hours.to, period.to].filter((day) => day !== undefined).sort()[0]
    return from !== undefined && to !== undefined && from >= to ? [] : [{ ...hours, from, to }]
  })
}

/** The cut-off of the nearest body that has its own in a period. */
function cutOffWithin(upwards: readonly (readonly OwnHours[])[], period: Period): NonNullable<Calendar['cutOffs']> {
  const nearest = upwards.map((declared) => lastBegun(declared, period.from)?.cutOff).find((cutOff) => cutOff)
  return nearest === undefined || nearest === null ? [] : [{ ...period, at: nearest }]
}

function lastBegun(declared: readonly OwnHours[], by: PlainDate | undefined): OwnHours | undefined {
  const begun = declared.filter(({ from }) => by !== undefined && from <= by)
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
}
