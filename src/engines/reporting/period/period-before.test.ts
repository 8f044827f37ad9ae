import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { periodBefore } from './period-before.ts'

const before = (from: string, to: string) => Object.values(periodBefore(civil(from), civil(to))).join(' ')

test('whole months are held against as many whole months before them', () => {
  expect(before('2026-03-01', '2026-03-31')).toBe('2026-02-01 2026-02-28')
  expect(before('2026-07-01', '2026-09-30')).toBe('2026-04-01 2026-06-30')
  expect(before('2026-01-01', '2026-12-31')).toBe('2025-01-01 2025-12-31')
})

test('months up to a day are held against months up to the same day, or the last that there is', () => {
  expect(before('2026-11-01', '2026-11-27')).toBe('2026-10-01 2026-10-27')
  expect(before('2026-03-01', '2026-03-30')).toBe('2026-02-01 2026-02-28')
  expect(before('2026-01-01', '2026-11-27')).toBe('2025-01-01 2025-11-27')
  expect(before('2026-07-01', '2026-11-27')).toBe('2026-01-01 2026-05-27')
  expect(before('2026-02-01', '2026-04-30')).toBe('2025-11-01 2026-01-31')
})

test('other days are held against as many days that end the day before', () => {
  expect(before('2026-11-10', '2026-11-16')).toBe('2026-11-03 2026-11-09')
  expect(before('2026-01-05', '2026-01-05')).toBe('2026-01-04 2026-01-04')
})
