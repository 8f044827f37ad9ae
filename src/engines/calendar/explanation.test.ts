import { expect, test } from 'vitest'
import { civil, type PlainDate } from '#values/plain-date.ts'
import type { ClockStop } from './clock-stop.ts'
import { explainDeadline, type ExplainedDay } from './explanation.ts'
import { instant, limitOf, sampleCalendar, seasonalCalendar, stop } from './samples.ts'
import { workingTimeOf } from './working-time.ts'

const office = workingTimeOf(sampleCalendar)
const seasonal = workingTimeOf(seasonalCalendar)

const clock = (received: string, limit: string, ...stops: ClockStop[]) => ({
  start: instant(received),
  limit: limitOf(limit),
  stops,
})
const explain = (received: string, limit: string, ...stops: ClockStop[]) =>
  explainDeadline(office, clock(received, limit, ...stops))

/** As on the screen: `24 Nộp, 25 1, 28 nghỉ, 01 Trả`. */
const words = { received: 'Nộp', begun: 'tính từ', counted: '', off: 'nghỉ', stopped: 'chờ', due: 'Trả' }
const strip = (days: readonly ExplainedDay[]) =>
  days.map(({ date, mark, number }) => `${date.slice(8)} ${mark === 'counted' ? number : words[mark]}`).join(', ')

test('the strip of the picture', () => {
  const days = explain('2020-11-24 14:05', '5 working-day')
  expect(strip(days)).toBe('24 Nộp, 25 1, 26 2, 27 3, 28 nghỉ, 29 nghỉ, 30 4, 01 Trả')
  expect(days.at(-1)).toEqual({ date: '2020-12-01', mark: 'due', number: 5 })
  expect(days[4]).toEqual({ date: '2020-11-28', mark: 'off', name: { vi: 'nghỉ cuối tuần', en: 'weekend' } })
})

test('the dossier of the picture: two days waited', () => {
  const days = explain('2020-11-16 10:22', '5 working-day', stop('2020-11-18 14:10', '2020-11-20 09:05'))
  expect(strip(days)).toBe('16 Nộp, 17 1, 18 2, 19 chờ, 20 chờ, 21 nghỉ, 22 nghỉ, 23 3, 24 4, 25 Trả')
  expect(days[3]?.name?.vi).toBe('chờ người nộp bổ sung')
})

test('a day off has the name of its holiday, also on a weekend; a working Saturday is named too', () => {
  const tet = explain('2020-01-22 10:00', '1 working-day')
  expect(strip(tet)).toBe('22 Nộp, 23 nghỉ, 24 nghỉ, 25 nghỉ, 26 nghỉ, 27 nghỉ, 28 nghỉ, 29 nghỉ, 30 Trả')
  expect([tet[3], tet[6]].map((day) => day?.name?.vi)).toEqual(['Tết Nguyên đán', 'Nghỉ bù Tết'])
  expect(explain('2019-01-03 09:00', '3 working-day')[2]).toEqual({
    date: '2019-01-05',
    mark: 'counted',
    number: 2,
    name: { vi: 'Làm bù', en: 'Working day, swapped' },
  })
})

test('what is received on a day off begins on the next working day', () => {
  expect(strip(explain('2020-11-28 10:00', '2 working-day'))).toBe('28 Nộp, 29 nghỉ, 30 tính từ, 01 1, 02 Trả')
  expect(strip(explain('2020-11-24 20:00', '1 working-day'))).toBe('24 Nộp, 25 tính từ, 26 Trả')
})

test('within the day', () => {
  expect(explain('2020-11-24 09:00', '1 within-day')).toEqual([{ date: '2020-11-24', mark: 'due' }])
  expect(strip(explain('2020-11-27 15:30', '1 within-day'))).toBe('27 Nộp, 28 nghỉ, 29 nghỉ, 30 Trả')
})

test('a limit stopped on its last day waits for the resumption with its last number', () => {
  const days = explain('2020-11-25 14:05', '2 working-day', stop('2020-11-27 10:00', '2020-11-28 10:00'))
  expect(strip(days)).toBe('25 Nộp, 26 1, 27 chờ, 28 nghỉ, 29 nghỉ, 30 Trả')
  expect(days.at(-1)?.number).toBe(2)
})

test('calendar days count weekends, and a last day off only moves the date', () => {
  const days = explain('2020-10-01 09:00', '10 calendar-day')
  expect(strip(days)).toBe('01 Nộp, 02 1, 03 2, 04 3, 05 4, 06 5, 07 6, 08 7, 09 8, 10 9, 11 10, 12 Trả')
  expect(days.at(-1)).toEqual({ date: '2020-10-12', mark: 'due' })
  expect(strip(explain('2020-10-01 09:00', '2 calendar-day', stop('2020-10-01 10:00', '2020-10-02 10:00')))).toBe(
    '01 Nộp, 02 chờ, 03 1, 04 2, 05 Trả',
  )
})

test('calendar days stopped on their last day wait over the weekend for the day work resumes', () => {
  const days = explain('2020-10-05 09:00', '4 calendar-day', stop('2020-10-09 10:00', '2020-10-10 10:00'))
  expect(strip(days)).toBe('05 Nộp, 06 1, 07 2, 08 3, 09 chờ, 10 chờ, 11 nghỉ, 12 Trả')
  expect(days.at(-1)?.number).toBe(4)
})

test('hours show the minutes used each day', () => {
  const days = explain(
    '2020-11-26 16:00',
    '8 working-hour',
    stop('2020-11-27 07:00', '2020-11-27 18:00', 'financial-obligation'),
  )
  expect(days).toEqual([
    { date: '2020-11-26', mark: 'received', minutes: 60 },
    {
      date: '2020-11-27',
      mark: 'stopped',
      minutes: 0,
      name: { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial obligation' },
    },
    { date: '2020-11-28', mark: 'off', name: { vi: 'nghỉ cuối tuần', en: 'weekend' } },
    { date: '2020-11-29', mark: 'off', name: { vi: 'nghỉ cuối tuần', en: 'weekend' } },
    { date: '2020-11-30', mark: 'due', minutes: 420 },
  ])
})

test('a stopped clock is shown up to its stop, or up to today', () => {
  const waiting = clock('2020-11-24 14:05', '5 working-day', stop('2020-11-26 14:20'))
  expect(strip(explainDeadline(office, waiting))).toBe('24 Nộp, 25 1, 26 2')
  expect(strip(explainDeadline(office, waiting, civil('2020-11-30')))).toBe(
    '24 Nộp, 25 1, 26 2, 27 chờ, 28 nghỉ, 29 nghỉ, 30 chờ',
  )
  const late = clock('2020-11-24 14:05', '1 working-hour', stop('2020-11-26 14:20'))
  expect(explainDeadline(office, late, civil('2020-11-30'))).toEqual([{ date: '2020-11-24', mark: 'due', minutes: 60 }])
})

test('days that no notice has settled are uncertain', () => {
  const uncertain = (days: readonly ExplainedDay[]): PlainDate[] =>
    days.filter((day) => day.isUncertain).map(({ date }) => date)
  expect(uncertain(explainDeadline(seasonal, clock('2020-11-19 09:00', '1 working-day')))).toEqual(['2020-11-20'])
  expect(uncertain(explain('2021-12-30 09:00', '2 working-day'))).toEqual(['2022-01-01', '2022-01-02', '2022-01-03'])
})
