import { expect, test } from 'vitest'
import { nightlyAt } from './nightly.ts'

const isDue = nightlyAt(90)
const at = (time: string) => new Date(`${time}+07:00`)

test.each([
  ['not the evening after it was taken', '2026-11-02T01:30:05', '2026-11-02T23:59:00', false],
  ['not before its time of the next night', '2026-11-02T01:30:05', '2026-11-03T01:29:59', false],
  ['at its time of the next night', '2026-11-02T01:30:05', '2026-11-03T01:30:00', true],
  ['in the night after it was taken by day', '2026-11-02T15:00:00', '2026-11-03T01:30:00', true],
  ['once, when nights were missed', '2026-10-20T01:30:05', '2026-11-02T09:00:00', true],
  ['not again after that, until the night', '2026-11-02T09:00:00', '2026-11-03T01:00:00', false],
])('a base is due: %s', (_when, last, now, due) => {
  expect(isDue(at(last), at(now))).toBe(due)
})
