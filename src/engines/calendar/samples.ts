import { civil, instantOf } from '#values/plain-date.ts'
import type { ClockStop, StopGround } from './clock-stop.ts'
import { defineCalendar, type TimeLimit } from './declare.ts'

const name = (vi: string, en: string) => ({ vi, en })
const tet = name('Tết Nguyên đán', 'Lunar New Year')

/** Real days off of 2019–2021, for tests; a system declares its own. */
export const sampleCalendar = defineCalendar({
  id: 'sample',
  covers: { from: '2018-12-31', to: '2022-01-01' },
  officeHours: [
    {
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:30', end: '11:30' },
        { start: '13:00', end: '17:00' },
      ],
    },
  ],
  cutOff: '15:00',
  days: [
    { date: '2018-12-31', kind: 'swapped-off', name: name('Nghỉ hoán đổi', 'Day off, swapped') },
    { date: '2019-01-01', kind: 'holiday', name: name('Tết Dương lịch', 'New Year’s Day') },
    { date: '2019-01-05', kind: 'swapped-work', name: name('Làm bù', 'Working day, swapped') },
    { date: '2019-02-04', through: '2019-02-08', kind: 'holiday', name: tet },
    { date: '2019-04-14', kind: 'holiday', name: name('Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day') },
    { date: '2019-04-15', kind: 'compensatory', name: name('Nghỉ bù Giỗ Tổ', 'In place of Hùng Kings’ Day') },
    { date: '2019-04-29', kind: 'swapped-off', name: name('Nghỉ hoán đổi', 'Day off, swapped') },
    { date: '2019-04-30', through: '2019-05-01', kind: 'holiday', name: name('30/4 và 1/5', 'Victory and Labour Day') },
    { date: '2019-05-04', kind: 'swapped-work', name: name('Làm bù', 'Working day, swapped') },
    { date: '2019-09-02', kind: 'holiday', name: name('Quốc khánh', 'National Day') },
    { date: '2020-01-01', kind: 'holiday', name: name('Tết Dương lịch', 'New Year’s Day') },
    { date: '2020-01-23', through: '2020-01-27', kind: 'holiday', name: tet },
    {
      date: '2020-01-28',
      through: '2020-01-29',
      kind: 'compensatory',
      name: name('Nghỉ bù Tết', 'In place of Lunar New Year'),
    },
    { date: '2020-04-02', kind: 'holiday', name: name('Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day') },
    { date: '2020-04-30', through: '2020-05-01', kind: 'holiday', name: name('30/4 và 1/5', 'Victory and Labour Day') },
    { date: '2020-09-02', kind: 'holiday', name: name('Quốc khánh', 'National Day') },
    { date: '2021-01-01', kind: 'holiday', name: name('Tết Dương lịch', 'New Year’s Day') },
    { date: '2021-02-10', through: '2021-02-14', kind: 'holiday', name: tet },
    {
      date: '2021-02-15',
      through: '2021-02-16',
      kind: 'compensatory',
      name: name('Nghỉ bù Tết', 'In place of Lunar New Year'),
    },
    { date: '2021-04-21', kind: 'holiday', name: name('Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day') },
    { date: '2021-04-30', through: '2021-05-01', kind: 'holiday', name: name('30/4 và 1/5', 'Victory and Labour Day') },
    { date: '2021-05-03', kind: 'compensatory', name: name('Nghỉ bù 1/5', 'In place of Labour Day') },
    { date: '2021-09-02', through: '2021-09-03', kind: 'holiday', name: name('Quốc khánh', 'National Day') },
  ],
})

/** An invented office: summer hours, Saturday mornings, half days, a working Sunday, a day only projected, no cut-off. */
export const seasonalCalendar = defineCalendar({
  id: 'seasonal',
  officeHours: [
    {
      to: '2020-04-15',
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:30', end: '11:30' },
        { start: '13:00', end: '17:00' },
      ],
    },
    {
      from: '2020-04-15',
      to: '2020-10-16',
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:00', end: '11:30' },
        { start: '13:30', end: '17:00' },
      ],
    },
    {
      from: '2020-10-16',
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { start: '07:30', end: '11:30' },
        { start: '13:00', end: '17:00' },
      ],
    },
    { weekdays: [6], spans: [{ start: '07:30', end: '11:30' }] },
  ],
  days: [
    { date: '2020-05-01', kind: 'holiday', name: name('Ngày Quốc tế Lao động', 'Labour Day') },
    { date: '2020-11-15', kind: 'swapped-work', name: name('Làm bù', 'Working day, swapped') },
    { date: '2020-11-20', kind: 'holiday', name: name('Ngày hội trường', 'School day'), status: 'projected' },
    { date: '2020-12-24', kind: 'half-day', name: name('Nghỉ chiều', 'Afternoon off') },
    { date: '2020-12-31', kind: 'half-day', morningOnly: false, name: name('Nghỉ sáng', 'Morning off') },
  ],
})

/** `2020-11-24 14:05`, the clock time in Viet Nam, as an instant. */
export const instant = (text: string): Date =>
  instantOf(civil(text.slice(0, 10)), Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)))

/** `5 working-day` as a limit. */
export function limitOf(text: string): TimeLimit {
  const [amount, unit] = text.split(' ')
  return { amount: Number(amount), unit: unit as TimeLimit['unit'] }
}

/** A stop from one time to another, or still standing. */
export const stop = (from: string, to?: string, ground: StopGround = 'supplement'): ClockStop => ({
  from: instant(from),
  to: to === undefined ? undefined : instant(to),
  ground,
})
