import { describe, expect, it } from 'vitest'
import { stretchesOf } from './stretches.ts'

type Day = Parameters<typeof stretchesOf>[0]['days'][number]

describe('the stretches of a limit', () => {
  it('leave days off out, and days on which the clock stood apart', () => {
    const days: Day[] = [
      { date: '2026-11-27', kind: 'received' },
      { date: '2026-11-28', kind: 'off' },
      { date: '2026-11-29', kind: 'off' },
      { date: '2026-11-30', kind: 'counted', number: 1 },
      { date: '2026-12-01', kind: 'stopped' },
      { date: '2026-12-02', kind: 'counted', number: 2 },
      { date: '2026-12-03', kind: 'due', number: 3 },
    ]
    expect(stretchesOf({ days, limitUnit: 'working-day' }, '2026-12-01')).toEqual([
      { kind: 'run', length: 1, from: '2026-11-30' },
      { kind: 'stop', length: 1, from: '2026-12-01' },
      { kind: 'left', length: 2, from: '2026-12-02' },
    ])
  })

  it('are as long in calendar days as the days left, though the last day moved over a weekend', () => {
    const days: Day[] = [
      { date: '2026-11-21', kind: 'received' },
      { date: '2026-11-22', kind: 'off' },
      { date: '2026-11-23', kind: 'begun' },
      { date: '2026-11-24', kind: 'counted', number: 1 },
      { date: '2026-11-25', kind: 'counted', number: 2 },
      { date: '2026-11-26', kind: 'counted', number: 3 },
      { date: '2026-11-27', kind: 'counted', number: 4 },
      { date: '2026-11-28', kind: 'off' },
      { date: '2026-11-29', kind: 'off' },
      { date: '2026-11-30', kind: 'due', number: 5 },
    ]
    expect(stretchesOf({ days, limitUnit: 'calendar-day' }, '2026-11-26')).toEqual([
      { kind: 'run', length: 3, from: '2026-11-24' },
      { kind: 'left', length: 4, from: '2026-11-27' },
    ])
  })

  it('are as long as the days left on the evening on which it came in, which counts as the next day', () => {
    const days: Day[] = [
      { date: '2026-11-26', kind: 'received' },
      { date: '2026-11-27', kind: 'begun' },
      { date: '2026-11-28', kind: 'off' },
      { date: '2026-11-29', kind: 'off' },
      { date: '2026-11-30', kind: 'counted', number: 1 },
      { date: '2026-12-01', kind: 'due', number: 2 },
    ]
    const left = (limitUnit: 'working-day' | 'calendar-day', today: string) => stretchesOf({ days, limitUnit }, today)
    expect(left('working-day', '2026-11-26')).toEqual([{ kind: 'left', length: 3, from: '2026-11-27' }])
    expect(left('calendar-day', '2026-11-26')).toEqual([{ kind: 'left', length: 5, from: '2026-11-27' }])
    expect(left('working-day', '2026-11-27')).toEqual([{ kind: 'left', length: 2, from: '2026-11-30' }])
  })
})
