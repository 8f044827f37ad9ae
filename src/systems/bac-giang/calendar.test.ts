import { expect, test } from 'vitest'
import { datesOf } from '#engines/calendar/declare.ts'
import { workingTimeOf } from '#engines/calendar/working-time.ts'
import { civil, weekdayOf } from '#values/plain-date.ts'
import { calendar } from './calendar.ts'

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]
const days = calendar.days.flatMap((day) => datesOf(day).map((date) => ({ ...day, date })))
const ofKind = (kind: string, year?: number) =>
  days.filter((day) => day.kind === kind && (year === undefined || day.date.startsWith(String(year))))
const isWeekend = ({ date }: { date: (typeof days)[number]['date'] }) => weekdayOf(date) > 5

test('the calendar is data', () => {
  expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar)
  expect(days).toHaveLength(131)
})

test.for(years)('%i has the holidays of the Labour Code: ten, from 2021 eleven', (year) => {
  expect(ofKind('holiday', year)).toHaveLength(year < 2021 ? 10 : 11)
})

test.for(years)('in %i every holiday on a weekend is made good by a weekday off', (year) => {
  expect(ofKind('compensatory', year)).toHaveLength(ofKind('holiday', year).filter(isWeekend).length)
  expect(ofKind('compensatory', year).filter(isWeekend)).toEqual([])
})

test('every swapped day off is a weekday worked on a Saturday, and each names the other', () => {
  const dates = (kind: string) => ofKind(kind).map(({ date }) => date)
  const named = (kind: string) =>
    ofKind(kind).map(({ note }) => note!.replace(/.* (\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1'))
  expect([dates('swapped-off').toSorted(), dates('swapped-work').toSorted()]).toEqual([
    named('swapped-work').toSorted(),
    named('swapped-off').toSorted(),
  ])
  expect(ofKind('swapped-off').filter(isWeekend)).toEqual([])
  expect(ofKind('swapped-work').every(({ date }) => weekdayOf(date) === 6)).toBe(true)
})

test('only days of 2027 are projected', () => {
  expect(new Set(days.filter(({ status }) => status === 'projected').map(({ date }) => date.slice(0, 4)))).toEqual(
    new Set(['2027']),
  )
})

test('working days of a year', () => {
  const workingTime = workingTimeOf(calendar)
  const inYear = (year: number) => workingTime.workingDaysBetween(civil(`${year - 1}-12-31`), civil(`${year}-12-31`))
  expect([2019, 2020, 2021].map(inYear)).toEqual([252, 252, 250])
})
