import type { WeekHours } from '#engines/calendar/declare.ts'
import { dayFields, type Typed } from './change.ts'

/** The hours of now as they stand in the form first: those of most days, the days unlike them, Saturday, and its own cut-off. */
export function hoursTyped(week: readonly WeekHours[], cutOff: string | null): Typed {
  const hoursOn = (weekday: number) => week.find(({ weekdays }) => weekdays.includes(weekday))
  const spansOn = (weekday: number) => hoursOn(weekday)?.spans ?? []
  const usual = week.find(({ weekdays }) => weekdays.some((weekday) => weekday < 6))?.spans ?? []
  const typed: Record<string, string> = {
    ...halvesOf(usual),
    theo: 'own',
    chot: cutOff ?? '',
    'thu-bay': saturdayOf(hoursOn(6)),
  }
  for (const [at, day] of dayFields.entries()) {
    const spans = spansOn(at + 1)
    if (sameSpans(spans, usual)) continue
    typed[day] = 'yes'
    for (const [half, time] of Object.entries(halvesOf(spans))) typed[`${day}-${half}`] = time
  }
  const [saturday] = spansOn(6)
  return { ...typed, 'bay-tu': saturday?.start ?? '', 'bay-den': saturday?.end ?? '' }
}

type Spans = WeekHours['spans']

const sameSpans = (one: Spans, other: Spans): boolean => JSON.stringify(one) === JSON.stringify(other)

function saturdayOf(hours: WeekHours | undefined): string {
  if (hours === undefined) return 'off'
  return hours.receptionOnly ? 'reception' : 'worked'
}

/** A day with one span works it before noon or after it. */
function halvesOf([first, second]: Spans): Typed {
  const isAfternoon = second === undefined && first !== undefined && first.start >= '12:00'
  const [morning, afternoon] = isAfternoon ? [undefined, first] : [first, second]
  return {
    'sang-tu': morning?.start ?? '',
    'sang-den': morning?.end ?? '',
    'chieu-tu': afternoon?.start ?? '',
    'chieu-den': afternoon?.end ?? '',
  }
}
