import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declaredTime, leastMeasured, shareOf, stepTimeOf, timeLeft, untilChange } from './step-time.ts'

const hundred = Array.from({ length: 100 }, (_, at) => (at + 1) * 10)
const times = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: leastMeasured, maxLength: 200 })
const share = fc.double({ min: 0.05, max: 1, noNaN: true })

describe('how long a step takes', () => {
  it('is said only of enough of its kind', () => {
    expect(stepTimeOf(hundred.slice(0, leastMeasured - 1))).toBeUndefined()
    expect(stepTimeOf(hundred.slice(0, leastMeasured))?.measured).toBe(leastMeasured)
  })

  it('is usually what half of them did not exceed, and long what four of five did not', () => {
    const time = stepTimeOf(hundred.toReversed())!
    expect([shareOf(time, 0.5), shareOf(time, 0.8), shareOf(time, 1)]).toEqual([500, 800, 1000])
  })

  it('has exactly so many at or below each twentieth', () => {
    fc.assert(
      fc.property(times, (minutes) => {
        for (const [at, bound] of stepTimeOf(minutes)!.twentieths.entries()) {
          const [within, below] = [minutes.filter((one) => one <= bound), minutes.filter((one) => one < bound)]
          expect(within.length * 20).toBeGreaterThanOrEqual((at + 1) * minutes.length)
          expect(below.length * 20).toBeLessThan((at + 1) * minutes.length)
        }
      }),
    )
  })
})

describe('how long a step still takes', () => {
  const time = stepTimeOf(hundred)!

  it('looks only at those that took longer than it already has', () => {
    expect(timeLeft(time, 0, 0.5)).toBe(500)
    expect(timeLeft(time, 100, 0.5)).toBe(450)
    // Of those beyond 800 half took no more than 900.
    expect(timeLeft(time, 800, 0.5)).toBe(100)
  })

  it('counts as if it began now, once it took longer than all of them', () => {
    expect(timeLeft(time, 1000, 0.5)).toBe(500)
    expect(timeLeft(declaredTime(8), 480, 0.8)).toBe(480)
    expect(timeLeft(declaredTime(8), 200, 0.8)).toBe(280)
  })

  it('is never nothing, never less for a greater share, and falls minute by minute until the next twentieth', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20_000 }), share, share, (minutes, taken, a, b) => {
        const found = stepTimeOf(minutes)!
        const left = timeLeft(found, taken, a)
        expect(left).toBeGreaterThan(0)
        expect(timeLeft(found, taken, Math.max(a, b))).toBeGreaterThanOrEqual(left)
        const until = untilChange(found, taken)
        if (until !== undefined && until > 1) expect(timeLeft(found, taken + until - 1, a)).toBe(left - (until - 1))
      }),
    )
  })
})
