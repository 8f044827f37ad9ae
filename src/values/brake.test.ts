import { expect, test } from 'vitest'
import { allowanceOf, oneMoreTry, secondsToWait, type Tries } from './brake.ts'

const brake = { free: 3, longestSeconds: 60 }
const start = new Date('2026-11-25T01:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

test('some tries are free, then the wait doubles up to the longest', () => {
  let tries: Tries | undefined
  const waits = Array.from({ length: 11 }, () => {
    const wait = secondsToWait(brake, tries, start)
    tries = oneMoreTry(tries, start)
    return wait
  })
  expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
})

test('a wait passes, and after an hour nothing is remembered', () => {
  const tries = { count: 6, lastAt: start }
  expect([0, 1, 7.5, 8, 3600].map((seconds) => secondsToWait(brake, tries, later(seconds)))).toEqual([8, 7, 1, 0, 0])
  expect(oneMoreTry(tries, later(3600))).toEqual({ count: 7, lastAt: later(3600) })
  expect(oneMoreTry(tries, later(3601))).toEqual({ count: 1, lastAt: later(3601) })
})

test('a clock that is behind shortens no wait', () => {
  expect(oneMoreTry({ count: 6, lastAt: start }, later(-5))).toEqual({ count: 7, lastAt: start })
})

test('a try counted by a clock that was a day ahead holds nobody up when the clock is right again', () => {
  const tries = { count: 6, lastAt: later(86_400) }
  expect(secondsToWait(brake, tries, start)).toBe(0)
  expect(allowanceOf(brake, tries, start)).toEqual({ limit: 3, remaining: 3, resetSeconds: 0 })
  expect(oneMoreTry(tries, start)).toEqual({ count: 1, lastAt: start })
})

test('what is left is told: the free tries, then one at a time when the wait is over, and all again after an hour', () => {
  const left = (count: number, seconds: number) => {
    const { limit, remaining, resetSeconds } = allowanceOf(brake, { count, lastAt: start }, later(seconds))
    return [limit, remaining, resetSeconds]
  }
  expect(allowanceOf(brake, undefined, start)).toEqual({ limit: 3, remaining: 3, resetSeconds: 0 })
  expect(left(1, 0)).toEqual([3, 2, 3600])
  expect(left(3, 0)).toEqual([3, 0, 1])
  expect(left(6, 3)).toEqual([3, 0, 5])
  expect(left(6, 8)).toEqual([3, 1, 3592])
  expect(left(6, 3601)).toEqual([3, 3, 0])
})
