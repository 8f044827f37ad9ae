import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { feesOf, onlineLevelOf, timeLimitOf } from './procedure.ts'
import { chessClub } from '../samples.ts'

const large = { field: 'answers.isLarge', is: true }
const words = { vi: 'Xa', en: 'Far' }
const on = civil('2020-11-24')
const club = chessClub({
  timeLimits: [
    { amount: 2, unit: 'working-day', to: '2021-01-01' },
    { amount: 1, unit: 'working-day', from: '2021-01-01' },
    { amount: 5, unit: 'working-day', when: large },
    { amount: 9, unit: 'working-day', note: words },
  ],
  fees: [
    { amount: 100, note: words },
    { amount: 300, when: large },
    { id: 'flag', amount: 7, to: '2020-01-01' },
    { id: 'music', note: words },
    { id: 'seal', amount: 20, payAt: 'result' },
  ],
})
const limit = (date: string, answers: object) => timeLimitOf(club, civil(date), { answers }).amount

test('the limit is that of the case whose condition is met, else the first that holds on the day', () => {
  expect(limit('2020-11-24', {})).toBe(2)
  expect(limit('2021-01-01', {})).toBe(1)
  expect(limit('2021-01-01', { isLarge: true })).toBe(5)
})

test('the online level is that of the day, and 1 where none is said', () => {
  const onlineLevel = [
    { level: 2 as const, from: civil('2020-01-01'), to: civil('2021-01-01') },
    { level: 4 as const, from: civil('2021-01-01') },
  ]
  const levels = ['2019-12-31', '2020-12-31', '2021-01-01'].map((day) =>
    onlineLevelOf({ ...club, onlineLevel }, civil(day)),
  )
  expect(levels).toEqual([1, 2, 4])
})

test('fees of one id are cases of one fee, fees of different ids add up', () => {
  const due = (answers: object) => feesOf(club, on, { answers }).map(({ id, amount }) => [id, amount])
  expect(due({})).toEqual([
    ['fee', 100],
    ['seal', 20],
  ])
  expect(due({ isLarge: true })).toEqual([
    ['fee', 300],
    ['seal', 20],
  ])
})
