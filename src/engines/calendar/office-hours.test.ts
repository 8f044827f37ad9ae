import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, civil, dateAt } from '#values/plain-date.ts'
import { defineCalendar } from './declare.ts'
import { calendarOfOffice, weekOn } from './office-hours.ts'
import { officesOf } from './offices.ts'
import { anyCalendar, anyUpwards } from './scenarios.ts'
import { instant } from './samples.ts'
import { weekInWords } from './say-week.ts'
import { officeMinutesOn } from './slow-clock.ts'
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
    ['2026-04-14', '2026-04-15', '2026-05-01', '2026-06-01'].map((day) => weekOn(offices.calendarOf(unit), civil(day)))
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

test('office hours are said a line for each run of weekdays', () => {
  expect(weekInWords([...summer, saturdays], 'vi')).toBe(
    'Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00; Thứ Bảy: 07:30–11:30 (chỉ tiếp nhận và trả kết quả)',
  )
  expect(weekInWords([{ weekdays: [1, 3, 4], spans: [span('08:00', '12:00')] }], 'en')).toBe(
    'Monday, Wednesday to Thursday: 08:00–12:00',
  )
})
