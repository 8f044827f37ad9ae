import { expect, test } from 'vitest'
import { layAmendments, type Amendment } from '#engines/calendar/amendment.ts'
import { deadlineOf } from '#engines/calendar/deadline.ts'
import { datesOf } from '#engines/calendar/declare.ts'
import { instant, limitOf, stop } from '#engines/calendar/samples.ts'
import { workingTimeOf } from '#engines/calendar/working-time.ts'
import { civil, dateAt, weekdayOf } from '#values/plain-date.ts'
import { showClock } from '#values/show-time.ts'
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

const workingTime = workingTimeOf(calendar)

test('working days of a year', () => {
  const inYear = (year: number) => workingTime.workingDaysBetween(civil(`${year - 1}-12-31`), civil(`${year}-12-31`))
  expect([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(inYear)).toEqual([252, 252, 250, 249, 249, 251, 250, 250])
})

const show = (at: Date | undefined) => at && `${dateAt(at)} ${showClock(at)}`
const clockOf = (received: string, limit: string, stops: ReturnType<typeof stop>[] = []) => ({
  start: instant(received),
  limit: limitOf(limit),
  stops,
})

// Counted by hand on a wall calendar, with the notices of each year.
test.for([
  ['Saturday 1/1/2022, Monday in its place', '2021-12-31 10:00', '1 working-day', '2022-01-04 17:00'],
  ['Tết 2022', '2022-01-28 09:00', '1 working-day', '2022-02-07 17:00'],
  ['Giỗ Tổ 2022 on a Sunday', '2022-04-08 09:00', '1 working-day', '2022-04-12 17:00'],
  ['30/4 and 1/5/2022 at a weekend', '2022-04-29 09:00', '2 working-day', '2022-05-05 17:00'],
  ['1–2/9/2022', '2022-08-31 09:00', '1 working-day', '2022-09-05 17:00'],
  ['Sunday 1/1/2023, Monday in its place', '2022-12-30 09:00', '1 working-day', '2023-01-03 17:00'],
  ['Tết 2023', '2023-01-19 09:00', '3 working-day', '2023-01-31 17:00'],
  ['29/4–3/5/2023', '2023-04-28 09:00', '1 working-day', '2023-05-04 17:00'],
  ['1–4/9/2023', '2023-08-31 16:59', '1 working-day', '2023-09-05 17:00'],
  ['Tết 2024', '2024-02-07 09:00', '1 working-day', '2024-02-15 17:00'],
  ['Giỗ Tổ 2024', '2024-04-17 09:00', '1 working-day', '2024-04-19 17:00'],
  ['swapped Monday 29/4/2024', '2024-04-26 09:00', '2 working-day', '2024-05-03 17:00'],
  ['up to the Saturday worked for it', '2024-04-26 09:00', '3 working-day', '2024-05-04 17:00'],
  ['beyond the Saturday worked for it', '2024-04-26 09:00', '4 working-day', '2024-05-06 17:00'],
  ['2–3/9/2024', '2024-08-30 09:00', '1 working-day', '2024-09-04 17:00'],
  ['Tết 2025', '2025-01-24 09:00', '1 working-day', '2025-02-03 17:00'],
  ['Giỗ Tổ 2025', '2025-04-04 09:00', '1 working-day', '2025-04-08 17:00'],
  ['Saturday 26/4/2025, worked ahead', '2025-04-25 09:00', '1 working-day', '2025-04-26 17:00'],
  ['30/4–4/5/2025', '2025-04-25 09:00', '4 working-day', '2025-05-05 17:00'],
  ['1–2/9/2025', '2025-08-29 09:00', '2 working-day', '2025-09-04 17:00'],
  ['1–4/1/2026', '2025-12-31 09:00', '1 working-day', '2026-01-05 17:00'],
  ['Saturday 10/1/2026, worked for 2/1', '2026-01-08 09:00', '2 working-day', '2026-01-10 17:00'],
  ['Tết 2026', '2026-02-13 09:00', '1 working-day', '2026-02-23 17:00'],
  ['calendar days that end in Tết 2026', '2026-02-10 09:00', '10 calendar-day', '2026-02-23 17:00'],
  ['within the day, past the cut-off before Tết 2026', '2026-02-13 15:01', '1 within-day', '2026-02-23 17:00'],
  ['Giỗ Tổ on a Sunday and 30/4–3/5/2026', '2026-04-24 09:00', '3 working-day', '2026-05-04 17:00'],
  ['Saturday 22/8/2026, worked ahead', '2026-08-20 09:00', '2 working-day', '2026-08-22 17:00'],
  ['29/8–2/9/2026', '2026-08-28 09:00', '1 working-day', '2026-09-03 17:00'],
  ['hours over 29/8–2/9/2026', '2026-08-28 16:00', '8 working-hour', '2026-09-03 16:00'],
] as const)('%s: %s, %s → %s', ([, received, limit, due]) => {
  expect(show(deadlineOf(workingTime, clockOf(received, limit)).at)).toBe(due)
})

test.for([
  [
    'supplement over Tết 2026',
    '2026-02-09 09:00',
    '5 working-day',
    stop('2026-02-11 10:00', '2026-02-24 09:00'),
    '2026-02-27 17:00',
  ],
  [
    'money owed over 30/4/2025',
    '2025-04-24 09:00',
    '5 working-day',
    stop('2025-04-28 14:00', '2025-05-05 09:00', 'financial-obligation'),
    '2025-05-07 17:00',
  ],
  [
    'suspended within a worked Saturday',
    '2024-05-02 09:00',
    '3 working-day',
    stop('2024-05-04 08:00', '2024-05-04 16:00', 'suspension'),
    '2024-05-06 17:00',
  ],
  [
    'at the applicant’s request over 1–2/9/2022, in calendar days',
    '2022-08-25 09:00',
    '10 calendar-day',
    stop('2022-08-30 10:00', '2022-09-02 09:00', 'applicant-request'),
    '2022-09-07 17:00',
  ],
  [
    'begun in Tết 2023',
    '2023-01-18 09:00',
    '2 working-day',
    stop('2023-01-24 10:00', '2023-01-31 09:00'),
    '2023-01-31 17:00',
  ],
] as const)('stopped, %s: %s, %s, %o → %s', ([, received, limit, stopped, due]) => {
  expect(show(deadlineOf(workingTime, clockOf(received, limit, [stopped])).at)).toBe(due)
})

const halfOf = (half: Amendment['half']): Amendment => ({
  kind: 'half-day',
  firstDay: civil('2026-11-27'),
  lastDay: civil('2026-11-27'),
  workDay: null,
  half,
  name: { vi: 'Họp toàn cơ quan', en: 'Staff meeting' },
  document: '15/TB-UBND',
})

test.for([
  ['morning', '2026-11-26 09:00', '1 working-day', '2026-11-27 11:30'],
  ['morning', '2026-11-26 16:00', '8 working-hour', '2026-11-30 10:30'],
  ['morning', '2026-11-27 13:00', '1 within-day', '2026-11-30 17:00'],
  ['afternoon', '2026-11-27 08:00', '1 within-day', '2026-11-27 17:00'],
  ['afternoon', '2026-11-26 16:00', '4 working-hour', '2026-11-27 16:00'],
] as const)('a day of which only the %s is worked: %s, %s → %s', ([half, received, limit, due]) => {
  const amended = workingTimeOf(layAmendments(calendar, [halfOf(half)]))
  expect(show(deadlineOf(amended, clockOf(received, limit)).at)).toBe(due)
})
