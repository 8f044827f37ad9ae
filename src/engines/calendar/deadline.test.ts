import { describe, expect, test } from 'vitest'
import { dateAt, weekdayOf } from '#values/plain-date.ts'
import { showClock } from '#values/show-time.ts'
import { stopsKnownAt } from './clock-stop.ts'
import { deadlineOf, deadlineState, remainingOf } from './deadline.ts'
import { instant, limitOf, sampleCalendar, seasonalCalendar, stop } from './samples.ts'
import { workingTimeOf } from './working-time.ts'

const office = workingTimeOf(sampleCalendar)
const seasonal = workingTimeOf(seasonalCalendar)

const days = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const show = (at: Date | undefined) => at && `${days[weekdayOf(dateAt(at))]} ${dateAt(at)} ${showClock(at)}`

/** Reads `what | received | limit | stops → due`, a row a line; stops are `from/to` in the year of reception. */
const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [before, due] = line.split(' → ')
      const [what, received, limit, stops] = before!.split('|').map((cell) => cell.trim())
      return { what: what!, received: received!, limit: limit!, stops: stops ?? '', due: due! }
    })

const clockOf = ({ received, limit, stops }: { received: string; limit: string; stops: string }) => ({
  start: instant(received),
  limit: limitOf(limit),
  stops: stops === '' ? [] : stops.split(', ').map((one) => stop(...onYear(received, one))),
})

const onYear = (received: string, interval: string) =>
  interval.split('/').map((time) => `${received.slice(0, 5)}${time}`) as [from: string, to: string]

test.for(
  rows(`
  the picture: counter, morning | 2020-11-24 09:36 | 5 working-day → Tue 2020-12-01 17:00
  the picture: online, afternoon | 2020-11-24 14:05 | 5 working-day → Tue 2020-12-01 17:00
  after 15:00 where the cut-off is not observed | 2020-11-24 16:30 | 5 working-day → Tue 2020-12-01 17:00
  before opening | 2020-11-24 06:00 | 5 working-day → Tue 2020-12-01 17:00
  at lunch | 2020-11-24 12:10 | 5 working-day → Tue 2020-12-01 17:00
  the last minute | 2020-11-24 16:59 | 5 working-day → Tue 2020-12-01 17:00
  the closing minute is outside | 2020-11-24 17:00 | 5 working-day → Wed 2020-12-02 17:00
  at night | 2020-11-24 20:00 | 5 working-day → Wed 2020-12-02 17:00
  on Saturday | 2020-11-28 10:00 | 5 working-day → Mon 2020-12-07 17:00
  on Sunday | 2020-11-29 10:00 | 1 working-day → Tue 2020-12-01 17:00
  over a weekend | 2020-11-27 16:00 | 1 working-day → Mon 2020-11-30 17:00
  on Friday evening | 2020-11-27 17:30 | 1 working-day → Tue 2020-12-01 17:00
  thirty days over New Year | 2020-11-24 09:00 | 30 working-day → Wed 2021-01-06 17:00
  over New Year | 2020-12-31 09:00 | 2 working-day → Tue 2021-01-05 17:00
  over Tết 2020 | 2020-01-22 10:00 | 1 working-day → Thu 2020-01-30 17:00
  the evening before Tết 2020 | 2020-01-22 20:00 | 1 working-day → Fri 2020-01-31 17:00
  around Tết 2020 | 2020-01-20 09:00 | 5 working-day → Mon 2020-02-03 17:00
  on the first of Tết 2020 | 2020-01-25 09:00 | 2 working-day → Mon 2020-02-03 17:00
  over Tết 2021 | 2021-02-08 08:00 | 3 working-day → Thu 2021-02-18 17:00
  one minute before Tết 2021 | 2021-02-09 16:59 | 1 working-day → Wed 2021-02-17 17:00
  one minute into Tết 2021 | 2021-02-09 17:01 | 1 working-day → Thu 2021-02-18 17:00
  over a swapped Monday off | 2018-12-28 09:00 | 1 working-day → Wed 2019-01-02 17:00
  ending on a working Saturday | 2019-01-02 09:00 | 3 working-day → Sat 2019-01-05 17:00
  counting a working Saturday | 2019-01-03 09:00 | 3 working-day → Mon 2019-01-07 17:00
  received on a working Saturday | 2019-01-05 10:00 | 1 working-day → Mon 2019-01-07 17:00
  over five days off, 27/4–1/5/2019 | 2019-04-26 09:00 | 2 working-day → Fri 2019-05-03 17:00
  to the Saturday that makes up | 2019-05-02 09:00 | 2 working-day → Sat 2019-05-04 17:00
  30/4–1/5/2020 | 2020-04-29 10:00 | 1 working-day → Mon 2020-05-04 17:00
  30/4–3/5/2021 with a compensatory Monday | 2021-04-29 10:00 | 1 working-day → Tue 2021-05-04 17:00
  2/9/2020 | 2020-09-01 09:00 | 2 working-day → Fri 2020-09-04 17:00
  2–3/9/2021 | 2021-09-01 09:00 | 1 working-day → Mon 2021-09-06 17:00
  Giỗ Tổ on a Sunday | 2019-04-12 09:00 | 1 working-day → Tue 2019-04-16 17:00
  calendar days | 2020-10-01 09:00 | 15 calendar-day → Fri 2020-10-16 17:00
  calendar days ending in Tết | 2020-01-15 09:00 | 10 calendar-day → Thu 2020-01-30 17:00
  calendar days ending the day after Tết | 2020-01-16 09:00 | 14 calendar-day → Thu 2020-01-30 17:00
  calendar days ending on a working Saturday | 2019-04-24 09:00 | 10 calendar-day → Sat 2019-05-04 17:00
  calendar days ending on a swapped Monday off | 2019-04-19 09:00 | 10 calendar-day → Thu 2019-05-02 17:00
  calendar days from Saturday count from Monday | 2020-11-28 09:00 | 10 calendar-day → Thu 2020-12-10 17:00
  8 hours into the next day | 2020-11-24 14:05 | 8 working-hour → Wed 2020-11-25 14:05
  8 hours from opening | 2020-11-24 07:30 | 8 working-hour → Tue 2020-11-24 17:00
  4 hours end at lunch, not after | 2020-11-24 07:30 | 4 working-hour → Tue 2020-11-24 11:30
  half an hour over lunch | 2020-11-24 11:15 | 0.5 working-hour → Tue 2020-11-24 13:15
  8 hours from Saturday | 2020-11-28 10:00 | 8 working-hour → Mon 2020-11-30 17:00
  8 hours from Friday evening | 2020-11-27 20:00 | 8 working-hour → Mon 2020-11-30 17:00
  2 hours over a weekend | 2020-11-27 16:00 | 2 working-hour → Mon 2020-11-30 08:30
  8 hours over Tết 2021 | 2021-02-09 14:00 | 8 working-hour → Wed 2021-02-17 14:00
  within the day | 2020-11-24 09:00 | 1 within-day → Tue 2020-11-24 17:00
  within the day, at the cut-off | 2020-11-24 15:00 | 1 within-day → Tue 2020-11-24 17:00
  within the day, past the cut-off | 2020-11-24 15:01 | 1 within-day → Wed 2020-11-25 17:00
  within the day, Friday past the cut-off | 2020-11-27 15:30 | 1 within-day → Mon 2020-11-30 17:00
  within the day, on Saturday past 15:00 | 2020-11-28 15:30 | 1 within-day → Mon 2020-11-30 17:00
  within the day, at night | 2020-11-24 22:00 | 1 within-day → Wed 2020-11-25 17:00
  within the day, past the cut-off before Tết | 2020-01-22 15:30 | 1 within-day → Thu 2020-01-30 17:00
`),
)('$what: $received, $limit → $due', ({ due, ...row }) => {
  expect(show(deadlineOf(office, clockOf(row)).at)).toBe(due)
})

test.for(
  rows(`
  at 15:00 | 2020-11-24 15:00 | 5 working-day → Tue 2020-12-01 17:00
  at 15:01 | 2020-11-24 15:01 | 5 working-day → Wed 2020-12-02 17:00
  at night, once | 2020-11-24 20:00 | 5 working-day → Wed 2020-12-02 17:00
  by the hour | 2020-11-27 16:00 | 2 working-hour → Mon 2020-11-30 09:30
`),
)('where a step observes the cut-off, $what: $received, $limit → $due', ({ due, ...row }) => {
  expect(show(deadlineOf(office, { ...clockOf(row), observesCutOff: true }).at)).toBe(due)
})

test.for(
  rows(`
  a half day ends at noon | 2020-12-23 09:00 | 1 working-day → Thu 2020-12-24 11:30
  received in the free afternoon | 2020-12-24 14:00 | 1 working-day → Sat 2020-12-26 11:30
  hours over a free afternoon | 2020-12-23 15:00 | 8 working-hour → Fri 2020-12-25 09:30
  hours over a free morning | 2020-12-30 16:00 | 3 working-hour → Thu 2020-12-31 15:00
  within a half day | 2020-12-24 10:00 | 1 within-day → Thu 2020-12-24 11:30
  within the day without a cut-off | 2020-12-23 16:00 | 1 within-day → Wed 2020-12-23 17:00
  summer hours | 2020-06-09 07:00 | 8 working-hour → Tue 2020-06-09 17:00
  from summer into winter hours | 2020-10-15 16:00 | 2 working-hour → Fri 2020-10-16 08:30
  a working Sunday | 2020-11-14 09:00 | 1 working-day → Sun 2020-11-15 17:00
`),
)('seasonal office, $what: $received, $limit → $due', ({ due, ...row }) => {
  expect(show(deadlineOf(seasonal, clockOf(row)).at)).toBe(due)
})

test.for(
  rows(`
  the picture: two days waited | 2020-11-16 10:22 | 5 working-day | 11-18 14:10/11-20 09:05 → Wed 2020-11-25 17:00
  done the same day | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-25 15:30 → Tue 2020-12-01 17:00
  done the same evening | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-25 20:00 → Tue 2020-12-01 17:00
  done before the next opening | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-26 06:00 → Tue 2020-12-01 17:00
  done at the next opening | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-26 07:30 → Tue 2020-12-01 17:00
  done one day later | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-26 09:00 → Wed 2020-12-02 17:00
  done two days later | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-27 09:00 → Thu 2020-12-03 17:00
  done on Saturday | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-28 09:00 → Thu 2020-12-03 17:00
  done over the weekend | 2020-11-24 14:05 | 5 working-day | 11-25 14:20/11-30 09:00 → Fri 2020-12-04 17:00
  a stop only outside office hours | 2020-11-24 14:05 | 5 working-day | 11-27 17:30/11-30 06:00 → Tue 2020-12-01 17:00
  stopped on the day of reception | 2020-11-24 14:05 | 5 working-day | 11-24 15:00/11-26 10:00 → Thu 2020-12-03 17:00
  a stop that began before the reception | 2020-11-24 14:05 | 5 working-day | 11-20 15:00/11-25 10:00 → Wed 2020-12-02 17:00
  a stop over before the reception | 2020-11-24 14:05 | 5 working-day | 11-20 15:00/11-23 10:00 → Tue 2020-12-01 17:00
  stopped on the last day | 2020-11-24 14:05 | 5 working-day | 12-01 10:00/12-03 10:00 → Thu 2020-12-03 17:00
  stopped on the last day, done the same day | 2020-11-24 14:05 | 5 working-day | 12-01 10:00/12-01 15:00 → Tue 2020-12-01 17:00
  stopped on the last day, done that evening | 2020-11-24 14:05 | 5 working-day | 12-01 10:00/12-01 20:00 → Wed 2020-12-02 17:00
  stopped at the closing of the last day | 2020-11-24 14:05 | 5 working-day | 12-01 17:00/12-03 10:00 → Tue 2020-12-01 17:00
  stopped when already late | 2020-11-24 14:05 | 5 working-day | 12-02 10:00/12-08 10:00 → Tue 2020-12-01 17:00
  two stops | 2020-11-16 10:00 | 5 working-day | 11-17 08:00/11-17 16:00, 11-18 10:00/11-19 10:00 → Tue 2020-11-24 17:00
  three stops, given out of order | 2020-11-16 10:00 | 5 working-day | 11-24 10:00/11-25 10:00, 11-17 08:00/11-18 08:00, 11-19 10:00/11-20 10:00 → Thu 2020-11-26 17:00
  overlapping stops | 2020-11-24 14:05 | 5 working-day | 11-25 10:00/11-26 12:00, 11-26 09:00/11-27 10:00 → Thu 2020-12-03 17:00
  stops that touch overnight | 2020-11-24 14:05 | 5 working-day | 11-25 10:00/11-25 18:00, 11-26 07:00/11-27 09:00 → Thu 2020-12-03 17:00
  a stop over Tết 2020 | 2020-01-20 09:00 | 3 working-day | 01-21 10:00/01-30 09:00 → Mon 2020-02-03 17:00
  hours: exact minutes | 2020-11-24 14:05 | 8 working-hour | 11-24 15:00/11-24 16:30 → Wed 2020-11-25 15:35
  hours: lunch costs nothing | 2020-11-24 10:30 | 4 working-hour | 11-24 11:30/11-24 13:00 → Tue 2020-11-24 16:00
  hours: over a weekend | 2020-11-27 09:00 | 8 working-hour | 11-27 10:00/11-30 10:00 → Tue 2020-12-01 09:00
  hours: two stops | 2020-11-24 08:00 | 4 working-hour | 11-24 09:00/11-24 10:00, 11-24 13:30/11-24 14:00 → Tue 2020-11-24 15:00
  hours: a stop after the last minute | 2020-11-24 08:00 | 1 working-hour | 11-24 09:00/11-25 10:00 → Tue 2020-11-24 09:00
  calendar days: three days | 2020-10-01 09:00 | 15 calendar-day | 10-05 10:00/10-08 09:00 → Mon 2020-10-19 17:00
  calendar days: within a day | 2020-10-01 09:00 | 15 calendar-day | 10-05 10:00/10-05 15:00 → Fri 2020-10-16 17:00
  calendar days: up to midnight | 2020-10-01 09:00 | 15 calendar-day | 10-05 10:00/10-06 00:00 → Fri 2020-10-16 17:00
  calendar days: one minute more | 2020-10-01 09:00 | 15 calendar-day | 10-05 10:00/10-06 00:01 → Mon 2020-10-19 17:00
  calendar days: a weekend | 2020-10-01 09:00 | 15 calendar-day | 10-09 16:00/10-12 09:00 → Mon 2020-10-19 17:00
  within the day: until tomorrow | 2020-11-24 10:00 | 1 within-day | 11-24 11:00/11-25 09:00 → Wed 2020-11-25 17:00
`),
)('stop, $what: $received, $limit, $stops → $due', ({ due, ...row }) => {
  expect(show(deadlineOf(office, clockOf(row)).at)).toBe(due)
})

describe('while a stop stands', () => {
  const clock = (limit: string, ...stops: ReturnType<typeof stop>[]) => ({
    start: instant('2020-11-16 10:22'),
    limit: limitOf(limit),
    stops,
  })

  test('there is no deadline, but what remains after the resumption', () => {
    expect(deadlineOf(office, clock('5 working-day', stop('2020-11-18 14:08')))).toEqual({
      paused: {
        since: instant('2020-11-18 14:08'),
        ground: 'supplement',
        remaining: { amount: 3, unit: 'working-day' },
      },
    })
    const hours = deadlineOf(
      office,
      clock('8 working-hour', stop('2020-11-16 14:00', undefined, 'financial-obligation')),
    )
    expect(hours.paused).toMatchObject({
      ground: 'financial-obligation',
      remaining: { amount: 8 * 60 - 68 - 60, unit: 'working-minute' },
    })
    expect(deadlineOf(office, clock('10 calendar-day', stop('2020-11-22 14:00'))).paused?.remaining).toEqual({
      amount: 4,
      unit: 'calendar-day',
    })
  })

  test('the last day is owed on the day of resumption', () => {
    expect(deadlineOf(office, clock('5 working-day', stop('2020-11-23 09:00'))).paused?.remaining.amount).toBe(0)
  })

  test('an earlier stop is already taken off', () => {
    const stops = [stop('2020-11-17 09:00', '2020-11-18 09:00'), stop('2020-11-20 09:00')]
    expect(deadlineOf(office, clock('5 working-day', ...stops)).paused?.remaining.amount).toBe(2)
  })

  test('a dossier late before it was stopped stays late', () => {
    const late = deadlineOf(office, clock('5 working-day', stop('2020-11-24 09:00')))
    expect(show(late.at)).toBe('Mon 2020-11-23 17:00')
    expect(deadlineState(office, late, instant('2020-11-25 09:00'))).toBe('late')
  })
})

test.for<readonly [now: string, remaining: number, state: string]>([
  ['2020-11-16 11:00', 5, 'in-time'],
  ['2020-11-18 14:00', 3, 'in-time'],
  ['2020-11-18 15:00', 3, 'paused'],
  ['2020-11-19 15:00', 3, 'paused'],
  ['2020-11-20 10:00', 3, 'in-time'],
  ['2020-11-22 10:00', 3, 'in-time'],
  ['2020-11-24 10:42', 1, 'due-soon'],
  ['2020-11-25 17:00', 0, 'due-soon'],
  ['2020-11-25 17:01', 0, 'late'],
  ['2020-11-27 09:00', -2, 'late'],
])('at %s there remain %i days and it is %s', ([time, remaining, state]) => {
  const clock = {
    start: instant('2020-11-16 10:22'),
    limit: limitOf('5 working-day'),
    stops: [stop('2020-11-18 14:10', '2020-11-20 09:05')],
  }
  const now = instant(time)
  expect(remainingOf(office, clock, now).amount).toBe(remaining)
  expect(deadlineState(office, deadlineOf(office, { ...clock, stops: stopsKnownAt(clock.stops, now) }), now)).toBe(
    state,
  )
})

test('due on Monday is due soon from Friday on', () => {
  const deadline = { at: instant('2020-11-30 17:00') }
  expect(
    ['26 10:00', '27 10:00', '28 10:00', '30 10:00'].map((time) =>
      deadlineState(office, deadline, instant(`2020-11-${time}`)),
    ),
  ).toEqual(['in-time', 'due-soon', 'due-soon', 'due-soon'])
})

test('what remains of hours and calendar days is told in their own unit', () => {
  const start = instant('2020-11-24 14:05')
  expect(
    remainingOf(office, { start, limit: limitOf('8 working-hour'), stops: [] }, instant('2020-11-25 13:00')),
  ).toEqual({ amount: 65, unit: 'working-minute' })
  expect(
    remainingOf(office, { start, limit: limitOf('10 calendar-day'), stops: [] }, instant('2020-11-28 13:00')),
  ).toEqual({ amount: 6, unit: 'calendar-day' })
})

test.for([
  [0, 'working-day'],
  [1.5, 'working-day'],
  [-1, 'calendar-day'],
  [0.001, 'working-hour'],
  [Number.NaN, 'working-hour'],
] as const)('%d %s is no limit', ([amount, unit]) => {
  expect(() => deadlineOf(office, { start: instant('2020-11-24 14:05'), limit: { amount, unit }, stops: [] })).toThrow(
    RangeError,
  )
})
