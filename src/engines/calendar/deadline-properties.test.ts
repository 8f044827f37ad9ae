import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateAt, instantOf, type PlainDate } from '#values/plain-date.ts'
import type { ClockStop } from './clock-stop.ts'
import { deadlineOf, type DeadlineClock } from './deadline.ts'
import type { TimeLimit } from './declare.ts'
import { explainDeadline } from './explanation.ts'
import { sampleCalendar, seasonalCalendar } from './samples.ts'
import { closesAt, isOfficeMinute } from './slow-clock.ts'
import { isStopped, slowDeadline } from './slow-deadline.ts'
import { workingTimeOf } from './working-time.ts'

const minute = 60_000
const firstInstant = instantOf('2019-01-01' as PlainDate).getTime()

/** Starts gather where rules meet: New Year, Tết, 30/4, the seasonal days; and anywhere in three years. */
const start = fc
  .oneof(
    fc.integer({ min: 0, max: 2.5 * 365 * 1440 }),
    fc
      .tuple(fc.constantFrom(0, 115, 385, 480, 650, 685, 715, 765), fc.integer({ min: 0, max: 10 * 1440 }))
      .map(([day, at]) => day * 1440 + at),
  )
  .map((at) => new Date(firstInstant + at * minute))

const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 15 }),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
  }),
  fc.record({
    amount: fc.integer({ min: 1, max: 40 * 60 }).map((minutes) => minutes / 60),
    unit: fc.constant('working-hour' as const),
  }),
  fc.constant({ amount: 1, unit: 'within-day' as const }),
)

/** Stops as minutes after the start, some before it, some short, some of days; ends on the hour are frequent. */
const stops = (at: Date): fc.Arbitrary<ClockStop[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -1440, max: 12 * 1440 }),
        fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 5 * 1440 })),
        fc.boolean(),
      )
      .map(([from, length, isRound]) => {
        const round = (time: number) => new Date(isRound ? Math.round(time / (30 * minute)) * 30 * minute : time)
        return {
          from: round(at.getTime() + from * minute),
          to: round(at.getTime() + (from + length) * minute),
          ground: 'supplement' as const,
        }
      }),
    { maxLength: 4 },
  )

const clock: fc.Arbitrary<DeadlineClock> = start.chain((at) =>
  fc.record({ start: fc.constant(at), limit, stops: stops(at), observesCutOff: fc.boolean() }),
)

describe.for([
  ['sample', sampleCalendar],
  ['seasonal', seasonalCalendar],
] as const)('%s calendar', ([, calendar]) => {
  const workingTime = workingTimeOf(calendar)
  const dueAt = (one: DeadlineClock) => deadlineOf(workingTime, one).at!

  test('a deadline is where a clock that walks every minute ends', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(clock, (one) => {
        expect(dueAt(one)).toEqual(slowDeadline(calendar, one))
      }),
      { numRuns: 120 },
    )
  })

  test('a later reception is never due earlier', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 4 * 1440 }), (one, delay) => {
        expect(dueAt({ ...one, start: new Date(one.start.getTime() + delay * minute) }) >= dueAt(one)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  test('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(
        clock,
        (one) => dueAt({ ...one, limit: { ...one.limit, amount: one.limit.amount + 1 } }) >= dueAt(one),
      ),
      { numRuns: 800 },
    )
  })

  test('a further stop never makes a deadline earlier, nor does a longer one', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 3000 }), (one, more) => {
        const [first, ...others] = one.stops
        if (!first) return
        const without = dueAt({ ...one, stops: others })
        const longer = dueAt({
          ...one,
          stops: [...others, { ...first, to: new Date(first.to!.getTime() + more * minute) }],
        })
        expect([without <= dueAt(one), dueAt(one) <= longer]).toEqual([true, true])
      }),
      { numRuns: 800 },
    )
  })

  test('a stop of no length changes nothing, nor does the order of stops or cutting one in two', () => {
    fc.assert(
      fc.property(clock, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const [first, ...others] = one.stops
        if (!first) return
        const middle = new Date(
          first.from.getTime() + Math.floor(((first.to!.getTime() - first.from.getTime()) / minute) * share) * minute,
        )
        const due = dueAt(one)
        expect(dueAt({ ...one, stops: [...one.stops, { ...first, from: first.to! }] })).toEqual(due)
        expect(dueAt({ ...one, stops: [...others, { ...first, from: middle }, { ...first, to: middle }] })).toEqual(due)
      }),
      { numRuns: 800 },
    )
  })

  test('a limit in days ends with the office hours of a working day', () => {
    fc.assert(
      fc.property(clock, (one) => {
        if (one.limit.unit === 'working-hour') return
        expect(dueAt(one)).toEqual(closesAt(calendar, dateAt(dueAt(one))))
      }),
      { numRuns: 800 },
    )
  })

  test('a deadline never falls inside a stop, nor before the work it measures', () => {
    fc.assert(
      fc.property(clock, (one) => {
        const lastMinute = new Date(dueAt(one).getTime() - minute)
        expect([isStopped(one.stops, lastMinute), isOfficeMinute(calendar, lastMinute)]).toEqual([false, true])
      }),
      { numRuns: 800 },
    )
  })

  test('what remains while stopped, counted from the resumption, gives the deadline', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 1, max: 8 * 1440 }), (one, wait) => {
        const last = { from: new Date(one.start.getTime() + wait * minute), ground: 'suspension' as const }
        const before = one.stops.filter(({ to }) => to! <= last.from)
        const { paused } = deadlineOf(workingTime, { ...one, stops: [...before, last] })
        if (!paused) return
        const resumed = workingTime.openingFrom(new Date(last.from.getTime() + 2 * 1440 * minute))
        const due = dueAt({ ...one, stops: [...before, { ...last, to: resumed }] })
        const { amount, unit } = paused.remaining
        if (unit === 'working-minute') expect(due).toEqual(workingTime.addWorkingMinutes(resumed, amount))
        if (unit === 'calendar-day')
          expect(dateAt(due)).toBe(workingTime.addWorkingDays(addDays(dateAt(resumed), amount), 0))
        if (unit === 'working-day')
          expect(dateAt(due) <= workingTime.addWorkingDays(dateAt(resumed), amount)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  test('the explanation ends with the due day, numbers the days of the limit and accounts for every minute', () => {
    fc.assert(
      fc.property(clock, (one) => {
        const strip = explainDeadline(workingTime, one)
        const numbers = strip.flatMap(({ number }) => number ?? [])
        expect(strip.map(({ date }) => date)).toEqual(strip.map((_, i) => addDays(dateAt(one.start), i)))
        expect(strip.at(-1)).toMatchObject({ mark: 'due', date: dateAt(dueAt(one)) })
        const { amount, unit } = one.limit
        if (unit === 'working-hour')
          expect(strip.reduce((sum, day) => sum + (day.minutes ?? 0), 0)).toBe(Math.round(amount * 60))
        else expect(numbers).toEqual(Array.from({ length: unit === 'within-day' ? 0 : amount }, (_, i) => i + 1))
        if (unit !== 'calendar-day')
          for (const { date, mark } of strip)
            if (mark === 'off' || mark === 'counted') expect(mark === 'counted').toBe(workingTime.isWorkingDay(date))
      }),
      { numRuns: 800 },
    )
  })
})
