import { holdsOn, type Period, type PlainDate } from '#values/plain-date.ts'
import { defineCalendar, type Calendar, type WeekHours } from './declare.ts'

/** Hours that a body has of its own from a day on, by a document. */
export interface OwnHours {
  readonly unitId: string
  readonly from: PlainDate
  /** Null: from that day on again the hours of the body above. */
  readonly week: WeekHours[] | null
}

/**
 * The calendar of a body: on each day the hours of the nearest body from it upwards that has its own then, else those that the
 * system declares. `upwards` has what each of them declared, the body itself first.
 */
export function calendarOfOffice(calendar: Calendar, upwards: readonly (readonly OwnHours[])[]): Calendar {
  const turns = [...new Set(upwards.flat().map(({ from }) => from))].sort()
  if (turns.length === 0) return calendar
  const periods = [undefined, ...turns].map((from, at): Period => ({
    ...(from !== undefined && { from }),
    ...(turns[at] !== undefined && { to: turns[at] }),
  }))
  return defineCalendar({
    ...calendar,
    officeHours: periods.flatMap((period) => hoursWithin(calendar, upwards, period)),
  })
}

/** The hours of each weekday that hold on a date, where nothing else is declared for it. */
export const weekOn = ({ officeHours }: Calendar, date: PlainDate): WeekHours[] =>
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

function lastBegun(declared: readonly OwnHours[], by: PlainDate | undefined): OwnHours | undefined {
  const begun = declared.filter(({ from }) => by !== undefined && from <= by)
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
}
