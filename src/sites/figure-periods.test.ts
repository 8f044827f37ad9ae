import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { daysOfPeriod, type FigurePeriod } from './figure-periods.ts'

const days = (period: FigurePeriod, today: string) => Object.values(daysOfPeriod(period, civil(today))).join(' ')

test('this month, quarter, half-year and year go up to today', () => {
  expect(days('month', '2026-11-27')).toBe('2026-11-01 2026-11-27')
  expect(days('quarter', '2026-11-27')).toBe('2026-10-01 2026-11-27')
  expect(days('half', '2026-06-30')).toBe('2026-01-01 2026-06-30')
  expect(days('year', '2026-01-01')).toBe('2026-01-01 2026-01-01')
})

test('those before are whole, also across the year', () => {
  expect(days('before', '2026-01-15')).toBe('2025-12-01 2025-12-31')
  expect(days('quarter-before', '2026-02-15')).toBe('2025-10-01 2025-12-31')
  expect(days('half-before', '2026-11-27')).toBe('2026-01-01 2026-06-30')
  expect(days('year-before', '2026-11-27')).toBe('2025-01-01 2025-12-31')
})
