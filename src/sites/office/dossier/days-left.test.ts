import { describe, expect, it } from 'vitest'
import { daysLeft, stretchesOf } from './days-left.ts'

type Day = Parameters<typeof stretchesOf>[0][number]

/** Received on Friday 27/11/2026 with three working days, one of which stood still. */
const days: Day[] = [
  { date: '2026-11-27', kind: 'received' },
  { date: '2026-11-28', kind: 'off' },
  { date: '2026-11-29', kind: 'off' },
  { date: '2026-11-30', kind: 'counted', number: 1 },
  { date: '2026-12-01', kind: 'stopped' },
  { date: '2026-12-02', kind: 'counted', number: 2 },
  { date: '2026-12-03', kind: 'due', number: 3 },
]
const at = (day: string) => new Date(`${day}T10:00:00+07:00`)
const deadline = new Date('2026-12-03T17:00:00+07:00')
const leftAt = (day: string, limitUnit: 'working-day' | 'calendar-day' = 'working-day') =>
  daysLeft({ days, deadline, limitUnit }, at(day))

describe('the days that are left', () => {
  it('are those after today that count: neither days off nor days on which the clock stood', () => {
    expect(leftAt('2026-11-27')).toEqual({ count: 3, isWorking: true })
    expect(leftAt('2026-11-30')).toEqual({ count: 2, isWorking: true })
    expect(leftAt('2026-12-02')).toEqual({ count: 1, isWorking: true })
    expect(leftAt('2026-12-03')).toEqual({ count: 0, isWorking: true })
  })

  it('are as many as the bar of the clock says', () => {
    const left = stretchesOf(days, '2026-12-01').filter((one) => one.kind === 'left')
    expect(left).toEqual([{ kind: 'left', length: 2, from: '2026-12-02' }])
    expect(leftAt('2026-12-01')?.count).toBe(2)
  })

  it('are said by the unit of the limit', () => {
    expect(leftAt('2026-11-30', 'calendar-day')?.isWorking).toBe(false)
  })

  it('are not known where the days lead to another day than the deadline', () => {
    expect(
      daysLeft({ days, deadline: new Date('2026-11-30T09:00:00+07:00'), limitUnit: 'working-day' }, at('2026-11-27')),
    ).toBeUndefined()
  })
})
