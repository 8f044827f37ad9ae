import { expect, test } from 'vitest'
import { defineCalendar } from '#engines/calendar/declare.ts'
import { workingTimeOf } from '#engines/calendar/index.ts'
import { notStarted } from '#engines/workflow/index.ts'
import { chessClub } from '../samples.ts'
import { deadlineFor } from './clock.ts'

const workingTime = workingTimeOf(
  defineCalendar({
    id: 'sample',
    officeHours: [
      {
        weekdays: [1, 2, 3, 4, 5],
        spans: [
          { start: '07:30', end: '11:30' },
          { start: '13:00', end: '17:00' },
        ],
      },
    ],
    days: [],
  }),
)
const club = chessClub({ timeLimits: [{ amount: 2, unit: 'working-day' }] })
const instant = (text: string) => new Date(`${text}:00+07:00`)
const filed = (at: string, receivedAt: Date | null = null) =>
  deadlineFor(
    workingTime,
    club,
    {
      answers: {},
      state: notStarted,
      channel: 'online',
      place: null,
      filedAt: instant(at),
      receivedAt,
      deadline: instant(at),
    },
    [],
  )

test.each([
  ['2026-11-26T07:30', '2026-11-26T17:00'],
  ['2026-11-26T16:00', '2026-11-27T16:00'],
  ['2026-11-26T22:15', '2026-11-27T17:00'],
  ['2026-11-27T11:00', '2026-11-30T11:00'],
  ['2026-11-28T09:00', '2026-11-30T17:00'],
])('what is filed online at %s is answered within eight working hours, by %s', (at, by) => {
  expect(filed(at)).toEqual(instant(by))
})

test('from reception on the limit of the procedure counts, whenever it was filed', () => {
  expect(filed('2026-11-26T07:30', instant('2026-11-26T09:00'))).toEqual(instant('2026-11-30T17:00'))
})
