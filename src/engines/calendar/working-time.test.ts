import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, civil, dateAt, instantOf } from '#values/plain-date.ts'
import { deadlineOf } from './deadline.ts'
import { defineCalendar } from './declare.ts'
import { instant, sampleCalendar, seasonalCalendar } from './samples.ts'
import { closesAt, isOfficeMinute, nextMinute } from './slow-clock.ts'
import { workingTimeOf } from './working-time.ts'

const office = workingTimeOf(sampleCalendar)
const seasonal = workingTimeOf(seasonalCalendar)

test.for([
  ['2020-11-24', 5, '2020-12-01'],
  ['2020-11-24', 0, '2020-11-24'],
  ['2020-11-28', 0, '2020-11-30'],
  ['2020-11-28', 1, '2020-11-30'],
  ['2020-11-28', -1, '2020-11-27'],
  ['2020-12-01', -5, '2020-11-24'],
  ['2020-01-22', 1, '2020-01-30'],
  ['2020-01-30', -1, '2020-01-22'],
  ['2021-02-09', 2, '2021-02-18'],
  ['2019-01-04', 1, '2019-01-05'],
  ['2019-01-02', -1, '2018-12-28'],
  ['2020-12-31', 1, '2021-01-04'],
  ['2018-12-28', 252, '2019-12-31'],
  ['2018-12-28', 253, '2020-01-02'],
] as const)('%s and %i working days is %s', ([from, n, to]) => {
  expect(office.addWorkingDays(civil(from), n)).toBe(to)
})

test('office hours of a day follow the season, the weekday and what is declared of the day', () => {
  const usual = [
    { start: 450, end: 690 },
    { start: 780, end: 1020 },
  ]
  expect(seasonal.spansOn(civil('2020-04-14'))).toEqual(usual)
  expect(seasonal.spansOn(civil('2020-04-15'))).toEqual([
    { start: 420, end: 690 },
    { start: 810, end: 1020 },
  ])
  expect(seasonal.spansOn(civil('2020-10-15'))[0]?.start).toBe(420)
  expect(seasonal.spansOn(civil('2020-10-16'))).toEqual(usual)
  expect(seasonal.spansOn(civil('2020-10-17'))).toEqual([{ start: 450, end: 690 }])
  expect(seasonal.spansOn(civil('2020-10-18'))).toEqual([])
  expect(seasonal.spansOn(civil('2020-11-15'))).toEqual(usual)
  expect(seasonal.spansOn(civil('2020-05-01'))).toEqual([])
  expect(seasonal.spansOn(civil('2020-12-24'))).toEqual([{ start: 450, end: 690 }])
  expect(seasonal.spansOn(civil('2020-12-31'))).toEqual([{ start: 780, end: 1020 }])
})

test('a day of eight hours cut at noon keeps the part before or after', () => {
  const through = workingTimeOf(
    defineCalendar({
      id: 'through',
      officeHours: [{ weekdays: [1, 2, 3, 4, 5], spans: [{ start: '08:00', end: '16:00' }] }],
      days: [
        { date: '2020-12-24', kind: 'half-day', name: { vi: 'Sáng', en: 'Morning' } },
        { date: '2020-12-25', kind: 'half-day', morningOnly: false, name: { vi: 'Chiều', en: 'Afternoon' } },
      ],
    }),
  )
  expect([through.spansOn(civil('2020-12-24')), through.spansOn(civil('2020-12-25'))]).toEqual([
    [{ start: 480, end: 720 }],
    [{ start: 720, end: 960 }],
  ])
})

test('opening and closing', () => {
  expect(office.openingFrom(instant('2020-11-24 10:00'))).toEqual(instant('2020-11-24 10:00'))
  expect(office.openingFrom(instant('2020-11-24 11:30'))).toEqual(instant('2020-11-24 13:00'))
  expect(office.openingFrom(instant('2020-01-22 17:00'))).toEqual(instant('2020-01-30 07:30'))
  expect(office.closingOf(civil('2020-11-24'))).toEqual(instant('2020-11-24 17:00'))
  expect(() => office.closingOf(civil('2020-11-28'))).toThrow('2020-11-28 is a day off')
})

test('seconds do not count: an instant is its minute', () => {
  const [from, to] = [new Date('2020-11-24T09:36:41+07:00'), new Date('2020-11-24T09:37:01+07:00')]
  expect(office.workingMinutesBetween(from, to)).toBe(1)
  expect(office.addWorkingMinutes(from, 60)).toEqual(instant('2020-11-24 10:36'))
})

test('a calendar knows how far its holidays are declared', () => {
  expect(['2018-12-30', '2018-12-31', '2021-12-31', '2022-01-01'].map((date) => office.isCovered(civil(date)))).toEqual(
    [false, true, true, false],
  )
  expect(office.declaredDay(civil('2020-01-25'))?.name.vi).toBe('Tết Nguyên đán')
  expect(office.declaredDay(civil('2020-11-24'))).toBeUndefined()
})

test('an office that has closed for good is an error, not an endless search', () => {
  const closed = workingTimeOf(
    defineCalendar({
      id: 'closed',
      officeHours: [{ to: '2020-01-01', weekdays: [1], spans: [{ start: '08:00', end: '09:00' }] }],
      days: [],
    }),
  )
  expect(() => closed.addWorkingDays(civil('2020-06-01'), 1)).toThrow(
    'calendar closed: no working time to count near 2200',
  )
  expect(() => closed.addWorkingMinutes(instant('2020-06-01 10:00'), 1)).toThrow(RangeError)
})

test('fractions and negative minutes are refused', () => {
  expect(() => office.addWorkingDays(civil('2020-11-24'), 1.5)).toThrow(RangeError)
  expect(() => office.addWorkingMinutes(instant('2020-11-24 09:00'), -1)).toThrow(RangeError)
  expect(() => office.addWorkingMinutes(instant('2020-11-24 09:00'), Number.NaN)).toThrow(RangeError)
})

describe.for([
  ['sample', sampleCalendar, office],
  ['seasonal', seasonalCalendar, seasonal],
] as const)('%s calendar, against a clock that walks', ([, calendar, fast]) => {
  const at = fc.integer({ min: 0, max: 3 * 365 * 1440 }).map((minute) => instantOf(civil('2019-01-01'), minute))
  const date = at.map(dateAt)

  test('a working day is one with an office minute', () => {
    fc.assert(fc.property(date, (one) => fast.isWorkingDay(one) === (closesAt(calendar, one) !== undefined)))
  })

  test('working days are found one by one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -120, max: 120 }), (from, n) => {
        let [day, left] = [from, Math.abs(n)]
        while (left > 0) if (closesAt(calendar, (day = addDays(day, Math.sign(n)))) !== undefined) left--
        if (n !== 0) expect(fast.addWorkingDays(from, n)).toBe(day)
        if (n > 0) expect(fast.workingDaysBetween(from, day)).toBe(n)
      }),
      { numRuns: 30 },
    )
  })

  test('office minutes are counted one by one', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 6000 }), (from, length) => {
        let [minute, count] = [from, 0]
        for (let i = 0; i < length; i++, minute = nextMinute(minute)) if (isOfficeMinute(calendar, minute)) count++
        expect(fast.workingMinutesBetween(from, minute)).toBe(count)
        expect(fast.workingMinutesBetween(minute, from)).toBe(0 - count)
      }),
      { numRuns: 30 },
    )
  })

  test('adding minutes gives the earliest instant by which they have passed', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 300_000 }), (from, minutes) => {
        const end = fast.addWorkingMinutes(from, minutes)
        expect(fast.workingMinutesBetween(from, end)).toBe(minutes)
        expect(isOfficeMinute(calendar, new Date(end.getTime() - 60_000))).toBe(true)
      }),
    )
  })

  test('what comes between two turns of a day counts from one day, before or after the cut-off alike', () => {
    const turns = [0, ...fast.turns, 1440]
    const between = fc.tuple(date, fc.integer({ min: 0, max: turns.length - 2 })).chain(([on, turn]) => {
      const some = fc.integer({ min: turns[turn]!, max: turns[turn + 1]! - 1 }).map((minute) => instantOf(on, minute))
      return fc.tuple(some, some)
    })
    const limit = fc.constantFrom(
      { amount: 1, unit: 'within-day' as const },
      { amount: 3, unit: 'working-day' as const },
      { amount: 9, unit: 'calendar-day' as const },
    )
    fc.assert(
      fc.property(between, limit, fc.boolean(), ([a, b], one, observesCutOff) => {
        const due = (start: Date) => deadlineOf(fast, { start, limit: one, stops: [], observesCutOff })
        expect(due(a)).toEqual(due(b))
      }),
    )
  })

  test('counts over neighbouring stretches add up', () => {
    fc.assert(
      fc.property(at, at, at, (a, b, c) => {
        expect(fast.workingMinutesBetween(a, b) + fast.workingMinutesBetween(b, c)).toBe(
          fast.workingMinutesBetween(a, c),
        )
      }),
    )
  })
})
