import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTurn, turnOf, type HeadStarts } from './turn.ts'

const starts: HeadStarts = { priorityMinutes: 60, appointmentMinutes: 60, lateMinutes: 15 }
const day = Date.UTC(2026, 10, 25)
const at = (minutes: number) => new Date(day + minutes * 60_000)

const arrival = fc.record({
  takenAt: fc.integer({ min: 0, max: 480 }).map(at),
  isPriority: fc.boolean(),
  appointmentAt: fc.option(fc.integer({ min: 0, max: 480 }).map(at), { nil: undefined }),
})
const hall = fc
  .array(arrival, { minLength: 1, maxLength: 60 })
  .map((all) => all.map((one, number) => ({ ...one, number, ...turnOf(one, starts) })))

/** The longest head start there is. */
const longest = Math.max(starts.priorityMinutes, starts.appointmentMinutes + starts.lateMinutes) * 60_000

describe('the order in which numbers are called', () => {
  it('lets nobody starve: whoever comes later by more than the longest head start comes after', () => {
    fc.assert(
      fc.property(hall, fc.integer({ min: 480, max: 500 }), (waiting, now) => {
        const called = waiting.toSorted(inTurn(at(now)))
        called.forEach((one, place) => {
          for (const before of called.slice(0, place))
            expect(before.takenAt.getTime() - one.takenAt.getTime()).toBeLessThanOrEqual(longest)
        })
      }),
    )
  })

  it('calls those who are alike in the order in which they came', () => {
    fc.assert(
      fc.property(hall, fc.boolean(), (waiting, isPriority) => {
        const alike = waiting.filter((one) => one.isPriority === isPriority && one.appointmentAt === undefined)
        const called = alike.toSorted(inTurn(at(480))).map(({ takenAt }) => takenAt.getTime())
        expect(called).toEqual(called.toSorted((a, b) => a - b))
      }),
    )
  })

  it('never puts priority behind the same arrival without it, nor a later arrival before the same earlier one', () => {
    fc.assert(
      fc.property(arrival, fc.integer({ min: 0, max: 60 }), (one, later) => {
        const plain = { ...one, appointmentAt: undefined }
        const turn = turnOf({ ...plain, isPriority: false }, starts).turn.getTime()
        expect(turnOf({ ...plain, isPriority: true }, starts).turn.getTime()).toBeLessThan(turn)
        const after = { ...plain, isPriority: false, takenAt: new Date(one.takenAt.getTime() + later * 60_000) }
        expect(turnOf(after, starts).turn.getTime()).toBeGreaterThanOrEqual(turn)
      }),
    )
  })

  it('calls an appointment first at its time, not before others until then, and like everybody when it is missed', () => {
    const usual = { number: 1, ...turnOf({ takenAt: at(60), isPriority: false }, starts) }
    const held = { number: 2, ...turnOf({ takenAt: at(80), isPriority: false, appointmentAt: at(90) }, starts) }
    const late = { number: 3, ...turnOf({ takenAt: at(106), isPriority: false, appointmentAt: at(90) }, starts) }
    const order = (now: number) => [usual, held, late].toSorted(inTurn(at(now))).map(({ number }) => number)
    expect(order(85)).toEqual([1, 3, 2])
    expect(order(90)).toEqual([2, 1, 3])
  })
})
