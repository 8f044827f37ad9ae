import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { deadlineOf } from './deadline.ts'
import { defineCalendar } from './declare.ts'
import { calendarOfOffice, hoursOn } from './office-hours.ts'
import { officesOf } from './offices.ts'
import { anyCalendar, anyUpwards } from './scenarios.ts'
import { instant } from './samples.ts'
import { weekInWords } from './say-week.ts'
import { officeMinutesOn } from './slow-clock.ts'
import { HoursInput, weekOf } from './office-hours-contract.ts'
import { workingTimeOf } from './working-time.ts'

const span = (start: string, end: string) => ({ start, end })
const weekdays = [1, 2, 3, 4, 5]
const ordinary = [{ weekdays, spans: [span('07:30', '11:30'), span('13:00', '17:00')] }]
const summer = [{ weekdays, spans: [span('07:00', '11:30'), span('13:30', '17:00')] }]
const morning = [{ weekdays, spans: [span('07:30', '11:30')] }]
const saturdays = { weekdays: [6], spans: [span('07:30', '11:30')], receptionOnly: true as const }
const calendar = defineCalendar({ id: 'sample', officeHours: ordinary, days: [] })

test('on each day a unit works the hours of the nearest body upwards that has its own then', () => {
  fc.assert(
    fc.property(anyCalendar, anyUpwards, fc.integer({ min: 0, max: 1000 }), (system, upwards, at) => {
      const date = addDays(civil('2019-01-01'), at)
      const begun = upwards.map((own) => own.findLast(({ from }) => from <= date)?.week)
      const nearest = begun.find((week) => week !== undefined && week !== null)
      const expected = nearest === undefined ? system : { ...system, officeHours: nearest }
      expect(officeMinutesOn(calendarOfOffice(system, upwards), date)).toEqual(officeMinutesOn(expected, date))
    }),
    { numRuns: 300, seed: 2026 },
  )
})

test('units go by the hours of those above them, from their first day on, until they give them back', () => {
  const tree = new Map(
    Object.entries({ province: null, commune: 'province', counter: 'commune', department: 'province' }).map(
      ([id, parentId]) => [id, { parentId, isEnded: false }],
    ),
  )
  const declared = [
    { unitId: 'province', from: civil('2026-04-15'), week: summer },
    { unitId: 'commune', from: civil('2026-05-01'), week: morning },
    { unitId: 'commune', from: civil('2026-06-01'), week: null },
  ]
  const offices = officesOf({ calendar, workingTime: workingTimeOf(calendar) }, declared)(tree)
  const weeksOf = (unit: string) =>
    ['2026-04-14', '2026-04-15', '2026-05-01', '2026-06-01'].map(
      (day) => hoursOn(offices.calendarOf(unit), civil(day)).week,
    )
  expect(weeksOf('counter')).toEqual([ordinary, summer, morning, summer])
  expect(weeksOf('department')).toEqual([ordinary, summer, summer, summer])
  expect(weeksOf('unknown')).toEqual([ordinary, ordinary, ordinary, ordinary])
  expect(offices.workingTimeOf('counter')).toBe(offices.workingTimeOf('commune'))
})

test('a morning for reception alone takes in, and no limit counts it', () => {
  const receiving = workingTimeOf(defineCalendar({ id: 'sample', officeHours: [...ordinary, saturdays], days: [] }))
  const [friday, saturday, monday] = ['2026-06-12', '2026-06-13', '2026-06-15'].map(civil)
  expect(receiving.isWorkingDay(saturday!)).toBe(false)
  expect(receiving.nextWorkingDay(friday!)).toBe(monday)
  expect(receiving.receptionFrom(instant('2026-06-13 09:00'))).toEqual(instant('2026-06-13 09:00'))
  expect(receiving.receptionFrom(instant('2026-06-12 18:00'))).toEqual(instant('2026-06-13 07:30'))
  expect(receiving.receptionFrom(instant('2026-06-13 12:00'))).toEqual(instant('2026-06-15 07:30'))
  expect(dateAt(receiving.addWorkingMinutes(instant('2026-06-13 09:00'), 60))).toBe(monday)
})

const typed = {
  unitId: '0199aaaa-0000-7000-8000-000000000000',
  from: '2026-06-01',
  kind: 'own',
  morningStart: '07:30',
  morningEnd: '11:30',
  afternoonStart: '13:00',
  afternoonEnd: '17:00',
  document: '31/QĐ-UBND',
}

test('days may have hours unlike the others, half of them closed or the whole day; the hours of most days come first', () => {
  const week = weekOf(HoursInput.parse({ ...typed, monday: 'closed', wednesday: '08:00-11:30' }))
  expect(week).toEqual([
    { weekdays: [2, 4, 5], spans: ordinary[0]!.spans },
    { weekdays: [3], spans: [span('08:00', '11:30')] },
  ])
  expect(weekInWords(week!, 'en')).toBe('Tuesday, Thursday to Friday: 07:30–11:30, 13:00–17:00; Wednesday: 08:00–11:30')
  expect(weekOf(HoursInput.parse({ ...typed, thursday: '07:30-11:30 13:00-17:00' }))).toEqual(ordinary)
})

test('hours that run backwards, half a span, or a week in which nobody works are refused', () => {
  const isTaken = (over: object) => HoursInput.safeParse({ ...typed, ...over }).success
  expect(isTaken({})).toBe(true)
  const none = { morningStart: '', morningEnd: '', afternoonStart: '', afternoonEnd: '' }
  expect(isTaken({ ...none, tuesday: '08:00-11:00' })).toBe(true)
  for (const wrong of [
    none,
    { ...none, saturday: 'reception', saturdayStart: '07:30', saturdayEnd: '11:30' },
    { morningEnd: '' },
    { friday: '11:30-07:30' },
    { friday: '07:30-' },
    { friday: '07:30-11:30 11:00-17:00' },
    { friday: 'mornings' },
  ])
    expect(isTaken(wrong), JSON.stringify(wrong)).toBe(false)
})

test('who is closed on a weekday does not open because others work half of it', () => {
  const [wednesday, saturday] = ['2026-12-23', '2026-12-26'].map(civil)
  const half = { kind: 'half-day' as const, name: { vi: 'Nửa ngày', en: 'Half a day' } }
  const tuesdays = [{ weekdays: [2], spans: ordinary[0]!.spans }]
  const days = [wednesday!, saturday!].map((date) => ({ ...half, date }))
  const closed = workingTimeOf(defineCalendar({ id: 'sample', officeHours: tuesdays, days }))
  expect(closed.isWorkingDay(wednesday!)).toBe(false)
  expect(closed.spansOn(saturday!)).toEqual([{ start: 7 * 60 + 30, end: 11 * 60 + 30 }])
})

test('until when a day still counts is said by the nearest body that has its own cut-off then', () => {
  const tree = new Map(
    Object.entries({ province: null, commune: 'province', counter: 'commune' }).map(([id, parentId]) => [
      id,
      { parentId, isEnded: false },
    ]),
  )
  const system = defineCalendar({ id: 'sample', officeHours: ordinary, cutOff: '15:00', days: [] })
  const declared = [
    { unitId: 'province', from: civil('2026-04-15'), week: summer, cutOff: '16:00' },
    { unitId: 'commune', from: civil('2026-05-01'), week: morning, cutOff: '10:30' },
    { unitId: 'commune', from: civil('2026-06-01'), week: null },
  ]
  const offices = officesOf({ calendar: system, workingTime: workingTimeOf(system) }, declared)(tree)
  const cutOffs = (unit: string) =>
    ['2026-04-14', '2026-04-15', '2026-05-04', '2026-06-01'].map(
      (day) => hoursOn(offices.calendarOf(unit), civil(day)).cutOff,
    )
  expect(cutOffs('counter')).toEqual(['15:00', '16:00', '10:30', '16:00'])
  expect(cutOffs('province')).toEqual(['15:00', '16:00', '16:00', '16:00'])
  expect(cutOffs('unknown')).toEqual(['15:00', '15:00', '15:00', '15:00'])
  const due = (unit: string, start: string) =>
    deadlineOf(offices.workingTimeOf(unit), {
      start: instant(start),
      limit: { amount: 1, unit: 'within-day' },
      stops: [],
    }).at
  expect(due('counter', '2026-05-04 10:30')).toEqual(instant('2026-05-04 11:30'))
  expect(due('counter', '2026-05-04 10:31')).toEqual(instant('2026-05-05 11:30'))
  expect(due('province', '2026-05-04 16:00')).toEqual(instant('2026-05-04 17:00'))
})

test('office hours are said a line for each run of weekdays', () => {
  expect(weekInWords([...summer, saturdays], 'vi')).toBe(
    'Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00; Thứ Bảy: 07:30–11:30 (chỉ tiếp nhận và trả kết quả)',
  )
  expect(weekInWords([{ weekdays: [1, 3, 4], spans: [span('08:00', '12:00')] }], 'en')).toBe(
    'Monday, Wednesday to Thursday: 08:00–12:00',
  )
})
