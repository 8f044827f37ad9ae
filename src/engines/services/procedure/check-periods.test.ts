import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { checkPeriods } from './check-periods.ts'

const row = (path: string, from?: string, to?: string, when?: object) => ({
  path,
  ...(from !== undefined && { from: civil(from) }),
  ...(to !== undefined && { to: civil(to) }),
  ...(when !== undefined && { when: when as never }),
})
const today = civil('2026-11-28')
const found = (rows: readonly ReturnType<typeof row>[], on = today) =>
  checkPeriods(rows, on).map(({ path, words }) => `${path}: ${words.en}`)

test('rows that follow each other day by day are fine, as is one that ends for good', () => {
  expect(found([row('a', undefined, '2027-01-01'), row('b', '2027-01-01')])).toEqual([])
  expect(found([row('a', '2020-01-01', '2027-01-01')])).toEqual([])
  expect(found([row('a'), row('b', '2027-01-01', undefined, { field: 'x', is: 1 })])).toEqual([])
})

test('days ahead that no row covers are named, with the row that begins too late', () => {
  const rows = [row('a', undefined, '2027-01-01'), row('b', '2027-06-01')]
  expect(found(rows)).toEqual([
    'b: from 01/01/2027 up to 01/06/2027 no row holds; let the one before last until this begins',
  ])
  expect(found(rows, civil('2027-06-01'))).toEqual([])
  expect(found(rows.toReversed())).toHaveLength(1)
})

test('of two ordinary rows that hold at once the one that would not count is named, with the day from which', () => {
  expect(found([row('a'), row('b')])[0]).toMatch(/^b: .*never counts/)
  expect(found([row('a', undefined, '2027-06-01'), row('b', '2027-01-01')])).toEqual([
    expect.stringMatching(/^b: from 01\/01\/2027 this row and an ordinary one above hold at once/),
  ])
  expect(found([row('a'), row('b', '2027-01-01')])[0]).toMatch(/^b: from 01\/01\/2027/)
  // What is over no longer matters.
  expect(found([row('a', undefined, '2026-06-01'), row('b', '2026-01-01')])).toEqual([])
})
