import { expect, it } from 'vitest'
import type { Board } from '#engines/queue/contract.ts'
import { sayEachOnce } from './calls-to-say.ts'

/** Which numbers a board says: each call once, whatever order it hears of them in. */

type Call = Board['calls'][number]

const called = (ticket: string, second: number): Call => ({
  ticket,
  code: `G ${ticket}`,
  desk: 1,
  service: { vi: 'Giao thông', en: 'Transport' },
  at: new Date(Date.UTC(2026, 10, 27, 2, 0, second)),
})
const [a, b, c, d] = [called('001', 1), called('002', 20), called('003', 20), called('004', 21)]
const said = (calls: readonly Call[]) => calls.map(({ ticket }) => ticket)

it('says nothing that was called before the board was opened', () => {
  const say = sayEachOnce([a])
  expect(said(say([a]))).toEqual([])
})

it('says both of two desks that called at the same moment, the first one first', () => {
  const say = sayEachOnce([a])
  expect(said(say([d, c, b, a]))).toEqual(['002', '003', '004'])
  expect(said(say([d, c, b, a]))).toEqual([])
})

it('says a call that it hears of after one that was made later', () => {
  const say = sayEachOnce([a])
  expect(said(say([d, a]))).toEqual(['004'])
  expect(said(say([d, c, a]))).toEqual(['003'])
})

it('says a number again that is called again', () => {
  const say = sayEachOnce([b])
  expect(said(say([{ ...b, at: new Date(b.at.getTime() + 30_000) }]))).toEqual(['002'])
})

it('does not say again what comes back in sight because a later number was absent, nor what is long over', () => {
  const say = sayEachOnce([])
  say([d, c, b])
  say([d, c])
  expect(said(say([d, b]))).toEqual([])
  expect(said(say([d, a]))).toEqual([])
})

it('begins with the first call of a day', () => {
  expect(said(sayEachOnce([])([a]))).toEqual(['001'])
})
