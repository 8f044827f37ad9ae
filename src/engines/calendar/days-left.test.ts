import { expect, test } from 'vitest'
import { daysLeft } from './days-left.ts'
import type { TimeLimit } from './declare.ts'
import { sampleCalendar } from './samples.ts'
import { workingTimeOf } from './working-time.ts'

const workingTime = workingTimeOf(sampleCalendar)
const at = (text: string) => new Date(`${text}:00+07:00`)
/** Due on Monday 30/11/2020. */
const on = (day: string, unit: TimeLimit['unit']) =>
  daysLeft(workingTime, at(`${day}T10:00`), at('2020-11-30T17:00'), unit).days

test('days off are no days left of a limit in working days or hours, and are some of one in calendar days', () => {
  expect(on('2020-11-25', 'working-day')).toBe(3)
  expect(on('2020-11-25', 'working-hour')).toBe(3)
  expect(on('2020-11-25', 'within-day')).toBe(3)
  expect(on('2020-11-25', 'calendar-day')).toBe(5)
})

test('over a weekend nothing passes but calendar days', () => {
  expect([on('2020-11-27', 'working-day'), on('2020-11-28', 'working-day'), on('2020-11-29', 'working-day')]).toEqual([
    1, 1, 1,
  ])
  expect([on('2020-11-27', 'calendar-day'), on('2020-11-28', 'calendar-day')]).toEqual([3, 2])
})

test('a day that is past is late by the same count', () => {
  expect(on('2020-11-30', 'working-day')).toBe(0)
  expect(on('2020-12-07', 'working-day')).toBe(-5)
  expect(on('2020-12-07', 'calendar-day')).toBe(-7)
  const due = at('2020-11-27T17:00')
  expect(daysLeft(workingTime, at('2020-11-28T10:00'), due, 'working-day').days).toBe(0)
  expect(daysLeft(workingTime, at('2020-11-30T10:00'), due, 'working-day').days).toBe(-1)
})
