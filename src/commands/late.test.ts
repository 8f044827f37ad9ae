import { describe, expect, it } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { workingTimeOf } from '#engines/calendar/working-time.ts'
import { sampleCalendar } from '#engines/calendar/samples.ts'
import { promotionNotice } from '#engines/workflow/samples.ts'
import { mustAdvance } from '#engines/workflow/testing/walk.ts'
import { notStarted } from '#engines/workflow/index.ts'
import type { Dossier } from '#engines/services/dossier/dossier.ts'
import { isLate, mustPutOff, promisedAnew } from '#engines/services/work/late.ts'

describe('a new date is owed', () => {
  const workingTime = workingTimeOf(sampleCalendar)
  const at = (text: string) => new Date(`${text}:00+07:00`)
  const state = (['start', 'receive'] as const).reduce(
    (before, step) =>
      mustAdvance(promotionNotice, before, step === 'start' ? { action: 'start' } : { action: 'complete', step }, {})
        .state,
    notStarted,
  )
  const { appraise, review, sign, issue } = promotionNotice.steps
  const hours = [appraise, review, sign, issue].reduce((sum, step) => sum + (step?.hours ?? 0), 0)
  const received = at('2020-11-16T08:00')
  const deadline = workingTime.addWorkingMinutes(received, hours * 60)
  const dossier = {
    status: 'open',
    state,
    answers: {},
    channel: 'online',
    place: null,
    deadline,
    finishedAt: null,
    receivedAt: received,
  } as unknown as Dossier
  const task = {
    step: 'appraise',
    consult: null,
    due: workingTime.addWorkingMinutes(received, (appraise?.hours ?? 0) * 60),
  }
  const owed = (now: Date, changed: Partial<Dossier> = {}) =>
    mustPutOff(workingTime, promotionNotice, { ...dossier, ...changed }, [task], now)

  it('not while the steps that are left still fit, to the minute', () => {
    expect(owed(received)).toBe(false)
    expect(owed(task.due)).toBe(false)
  })

  it('as soon as they no longer fit, before the date is past', () => {
    const now = workingTime.addWorkingMinutes(task.due, 1)
    expect(owed(now)).toBe(true)
    expect(isLate(dossier, now)).toBe(false)
    expect(owed(now, { deadline: workingTime.addWorkingMinutes(deadline, 1) })).toBe(false)
  })

  it('when the date is past', () => {
    expect(owed(new Date(deadline.getTime() + 60_000))).toBe(true)
  })

  it('neither before reception nor once the result is there', () => {
    const late = new Date(deadline.getTime() + 60_000)
    expect(owed(late, { receivedAt: null })).toBe(false)
    expect(owed(late, { finishedAt: received })).toBe(false)
  })
})

describe('an apology', () => {
  const workingTime = workingTimeOf(sampleCalendar)
  const dossier = { promised: new Date('2020-11-19T17:00:00+07:00') } as Dossier
  const to = (day: string, now = '2020-11-18') =>
    promisedAnew(workingTime, dossier, civil(day), new Date(`${now}T09:00:00+07:00`))

  it('puts a dossier off to the end of a working day', () => {
    expect(to('2020-11-20')).toEqual(new Date('2020-11-20T17:00:00+07:00'))
  })

  it.each([
    ['a Saturday', '2020-11-21', '2020-11-18'],
    ['the day promised before', '2020-11-19', '2020-11-18'],
    ['a day past, though after the one promised', '2020-11-20', '2020-11-24'],
    ['today', '2020-11-24', '2020-11-24'],
    ['a day years away', '2030-11-20', '2020-11-24'],
  ])('is refused in words for %s', (_, day, now) => {
    expect(() => to(day, now)).toThrow(
      expect.objectContaining({
        code: 'newDateUnfit',
        status: 422,
        places: [expect.objectContaining({ path: 'act.newDate' })],
      }),
    )
  })
})
