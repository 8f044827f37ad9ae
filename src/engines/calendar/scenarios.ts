import fc from 'fast-check'
import { addDays, civil, instantOf } from '#values/plain-date.ts'
import { stopGrounds, type ClockStop, type StopGround } from './clock-stop.ts'
import type { DeadlineClock } from './deadline.ts'
import { defineCalendar, type Calendar, type TimeLimit, type WeekHours } from './declare.ts'
import { calendarOfOffice, type OwnHours } from './office-hours.ts'

// Scenarios for tests: offices with hours of their own, days off and swapped, clocks that start early and late and stop for every ground.

const minute = 60_000
const first = civil('2019-01-01')
const within = (days: number) => fc.integer({ min: 0, max: days - 1 }).map((day) => addDays(first, day))

const span = (start: string, end: string) => ({ start, end })
const days = fc.constantFrom<Calendar['officeHours'][number]['spans']>(
  [span('07:30', '11:30'), span('13:00', '17:00')],
  [span('07:00', '11:30'), span('13:30', '17:00')],
  [span('08:00', '12:00'), span('13:00', '16:30')],
  // A counter that is open in the morning only, and one in the afternoon.
  [span('07:30', '11:30')],
  [span('13:00', '17:00')],
)

const officeHours: fc.Arbitrary<Calendar['officeHours']> = fc
  .record({
    weekdays: fc.constantFrom<number[]>([1, 2, 3, 4, 5], [1, 3, 5], [2, 4], [1, 2, 3, 4]),
    before: days,
    after: days,
    /** The day on which its hours change, if they do. */
    change: fc.option(within(900)),
    saturdays: fc.option(
      fc.record({ from: fc.option(within(900), { nil: undefined }), receptionOnly: fc.constantFrom(true, undefined) }),
    ),
  })
  .map(({ weekdays, before, after, change, saturdays }) => [
    ...(change === null
      ? [{ weekdays, spans: before }]
      : [
          { to: change, weekdays, spans: before },
          { from: change, weekdays, spans: after },
        ]),
    ...(saturdays === null ? [] : [{ ...saturdays, weekdays: [6], spans: [span('07:30', '11:30')] }]),
  ])

const declaredDays = fc.uniqueArray(
  fc.record({
    date: within(1000),
    kind: fc.constantFrom('holiday', 'compensatory', 'swapped-off', 'swapped-work', 'half-day'),
    isMorning: fc.boolean(),
  }),
  { selector: ({ date }) => date, maxLength: 40 },
)

/** An office that somebody could declare. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ officeHours, declaredDays, cutOff: fc.constantFrom(undefined, '15:00') })
  .map((one) =>
    defineCalendar({
      id: 'generated',
      officeHours: one.officeHours,
      ...(one.cutOff && { cutOff: one.cutOff }),
      days: one.declaredDays.map(({ date, kind, isMorning }) => ({
        date,
        kind,
        name: { vi: 'Ngày khai', en: 'Declared day' },
        ...(kind === 'half-day' && { morningOnly: isMorning }),
      })),
    }),
  )

/** The hours of weekdays, as they hold in the end. */
const week: fc.Arbitrary<WeekHours[]> = officeHours.map((hours) =>
  hours
    .filter(({ to }) => to === undefined)
    .map(({ weekdays, spans, receptionOnly }) => ({ weekdays, spans, ...(receptionOnly && { receptionOnly }) })),
)

/** What a body and those above it declared of their own hours, nearest first. */
export const anyUpwards: fc.Arbitrary<OwnHours[][]> = fc.array(
  fc
    .uniqueArray(
      fc.record({ from: within(900), week: fc.option(week), cutOff: fc.constantFrom(null, '10:30', '16:00') }),
      {
        selector: ({ from }) => from,
        maxLength: 3,
      },
    )
    .map((own) => own.map((one) => ({ unitId: 'any', ...one })).sort((a, b) => (a.from < b.from ? -1 : 1))),
  { maxLength: 3 },
)

/** An office below others that have hours of their own. */
export const anyOffice: fc.Arbitrary<Calendar> = fc
  .tuple(anyCalendar, anyUpwards)
  .map(([calendar, upwards]) => calendarOfOffice(calendar, upwards))

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

const grounds = Object.keys(stopGrounds) as StopGround[]

/** Up to three stops that ended, in any order, also before the start; perhaps one that still stands. */
const stops = (start: Date): fc.Arbitrary<ClockStop[]> =>
  fc
    .tuple(
      fc.array(
        fc.record({
          from: fc.integer({ min: -1440, max: 12 * 1440 }),
          length: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 5 * 1440 })),
          ground: fc.constantFrom(...grounds),
        }),
        { maxLength: 3 },
      ),
      fc.option(fc.integer({ min: 0, max: 20 * 1440 })),
    )
    .map(([ended, standing]) => {
      const at = (minutes: number) => new Date(start.getTime() + minutes * minute)
      return [
        ...ended.map(({ from, length, ground }) => ({ from: at(from), to: at(from + length), ground })),
        ...(standing === null ? [] : [{ from: at(standing), to: undefined, ground: 'suspension' as const }]),
      ]
    })

/** A clock that starts in a time of so many days, at any minute of day or night. */
export const clockWithin = (from: string, length: number): fc.Arbitrary<DeadlineClock> =>
  fc
    .integer({ min: 0, max: length * 1440 })
    .map((at) => new Date(instantOf(civil(from)).getTime() + at * minute))
    .chain((start) =>
      fc.record({ start: fc.constant(start), limit, stops: stops(start), observesCutOff: fc.boolean() }),
    )
