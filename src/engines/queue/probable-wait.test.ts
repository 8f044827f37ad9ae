import { describe, expect, it } from 'vitest'
import { probableWait, type OpenDesk, type Queue } from './probable-wait.ts'

/** How long one will probably wait, by numbers worked out by hand. */

const queue = (id: string, waiting: number, usualMinutes: number): Queue => ({ id, waiting, usualMinutes })
const waits = (queues: readonly Queue[], desks: readonly OpenDesk[]) =>
  Object.fromEntries(queues.map(({ id }) => [id, probableWait(id, queues, desks)]))

describe('the probable wait', () => {
  it('is the work before, shared by the desks of one service, to the full minute', () => {
    expect(waits([queue('A', 3, 10)], [['A']])).toEqual({ A: 30 })
    expect(waits([queue('A', 3, 10)], [['A'], ['A']])).toEqual({ A: 15 })
    // 7 × 6 ÷ 4 = 10.5
    expect(waits([queue('A', 7, 6)], [['A'], ['A'], ['A'], ['A']])).toEqual({ A: 11 })
    expect(waits([queue('A', 49, 1)], [['A']])).toEqual({ A: 49 })
  })

  it('of one desk for two services is the work of both: it calls in turn', () => {
    // 3 × 10 + 2 × 5 minutes before whoever comes now, for whichever.
    expect(waits([queue('A', 3, 10), queue('B', 2, 5)], [['A', 'B']])).toEqual({ A: 40, B: 40 })
    // Nobody waits for B, and whoever comes for it waits for those of A all the same.
    expect(waits([queue('A', 3, 10), queue('B', 0, 5)], [['A', 'B']])).toEqual({ A: 30, B: 30 })
  })

  it('of a desk of its own and a shared one lies between what is before each', () => {
    // A: 30 minutes on two desks, 15 each. Before the shared one 15 + 10 = 25, before the other 15: 2 ÷ (1/15 + 1/25) = 18.75.
    const queues = [queue('A', 3, 10), queue('B', 2, 5)]
    expect(waits(queues, [['A'], ['A', 'B']])).toEqual({ A: 19, B: 25 })
  })

  it('of two desks that both serve both is half the work of both', () => {
    const desks = [
      ['A', 'B'],
      ['A', 'B'],
    ]
    expect(waits([queue('A', 3, 10), queue('B', 2, 5)], desks)).toEqual({ A: 20, B: 20 })
  })

  it('of three services in a chain takes in what waits beside', () => {
    // Desk 1: A 20 + B 24 ÷ 2 = 32. Desk 2: B 12 + C 6 = 18. B: 2 ÷ (1/32 + 1/18) = 23.04.
    const queues = [queue('A', 2, 10), queue('B', 3, 8), queue('C', 1, 6)]
    const desks = [
      ['A', 'B'],
      ['B', 'C'],
    ]
    expect(waits(queues, desks)).toEqual({ A: 32, B: 24, C: 18 })
  })

  it('is none where a desk of the service is free, and unknown where none is open', () => {
    expect(waits([queue('A', 0, 10), queue('B', 5, 5)], [['A'], ['A', 'B']])).toEqual({ A: 0, B: 25 })
    expect(waits([queue('A', 4, 10), queue('B', 5, 5)], [['B']])).toEqual({ A: undefined, B: 25 })
    expect(waits([queue('A', 0, 10)], [])).toEqual({ A: undefined })
  })
})
