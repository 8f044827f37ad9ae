import { describe, expect, it } from 'vitest'
import type { Action } from './action.ts'
import { Process } from './declare.ts'
import { birthRegistration, promotionNotice } from './samples.ts'
import { back, done, kinds, pins, play, reason, refuse, refused, start, supplement } from './testing/play.ts'

describe('birth registration at the commune', () => {
  const received = [start, done('receive')]
  const signed = [...received, done('appraise'), done('sign')]

  it('goes from the counter to the official, the leader, the number and back to the counter', () => {
    const { state, effects } = play(birthRegistration, [...signed, done('issue'), done('deliver')])
    expect(state).toMatchObject({ status: 'ended', outcome: 'granted', open: [], received: true, issued: true })
    expect(effects).toEqual([
      { effect: 'close-task', step: 'deliver', result: 'completed' },
      { effect: 'ended', outcome: 'granted' },
    ])
  })

  it('starts the clock with formal reception, not with the filing', () => {
    expect(kinds(play(birthRegistration, [start]).effects)).toEqual(['open-task'])
    expect(play(birthRegistration, received).effects).toEqual([
      { effect: 'close-task', step: 'receive', result: 'completed' },
      { effect: 'open-task', step: 'appraise', by: { at: { unit: 'owner' }, function: 'specialist' }, hours: 4 },
      { effect: 'start-clock' },
    ])
  })

  it('stops the clock when the result lies ready at the counter', () => {
    expect(play(birthRegistration, [...signed, done('issue')]).effects).toContainEqual({
      effect: 'stop-clock',
      ground: 'result',
    })
  })

  it('is rejected at the counter with a reason, before it is received and never after', () => {
    const reject: Action = { action: 'reject', step: 'receive', reason }
    expect(play(birthRegistration, [start, reject])).toMatchObject({
      state: { status: 'ended', outcome: 'rejected' },
      effects: [
        { effect: 'close-task', result: 'rejected' },
        { effect: 'ended', outcome: 'rejected' },
      ],
    })
    expect(refused(birthRegistration, [start, { ...reject, reason: ' ' }])?.code).toBe('reasonMissing')
    expect(refused(birthRegistration, [...received, reject])?.code).toBe('notOpen')
  })

  it('cannot be rejected at a reception to which it was returned', () => {
    const { steps } = birthRegistration
    const appraise = { ...steps['appraise']!, back: ['receive'] }
    const process = Process.parse({ ...birthRegistration, steps: { ...steps, appraise } })
    const returned = [...received, back('appraise', 'receive')]
    expect(kinds(play(process, returned).effects)).not.toContain('start-clock')
    expect(refused(process, [...returned, { action: 'reject', step: 'receive', reason }])?.code).toBe('alreadyReceived')
  })
})

describe('asking the applicant', () => {
  const asked = [start, done('receive'), supplement('appraise')]

  it('stops the clock, waits, and goes on in the same step when the answer comes', () => {
    expect(play(birthRegistration, asked).effects).toEqual([
      { effect: 'ask-applicant', step: 'appraise', pins },
      { effect: 'stop-clock', ground: 'supplement' },
    ])
    const { state, effects, open } = play(birthRegistration, [...asked, { action: 'supplied' }])
    expect(effects).toEqual([{ effect: 'applicant-answered' }, { effect: 'resume-clock' }])
    expect(state).toEqual({ ...play(birthRegistration, asked.slice(0, 2)).state, supplements: 1 })
    expect(open).toEqual(['appraise'])
  })

  it('lets nothing move meanwhile, and says so', () => {
    expect(refused(birthRegistration, [...asked, done('appraise')])?.words.vi).toBe('Đang chờ người nộp bổ sung hồ sơ.')
  })

  it('happens once, and twice only where the process says so', () => {
    const again = [...asked, { action: 'supplied' } as const, supplement('appraise')]
    expect(refused(birthRegistration, again)?.words.en).toBe(
      'Once it is received, the applicant may be asked 1 time(s) only.',
    )
    expect(play({ ...birthRegistration, limits: { supplements: 2, apologies: 1 } }, again).state.supplements).toBe(2)
  })

  it('is not used up by what the counter asked before reception', () => {
    const atCounter = [
      start,
      supplement('receive'),
      { action: 'supplied' } as const,
      supplement('receive'),
      { action: 'supplied' } as const,
      done('receive'),
    ]
    expect(play(birthRegistration, atCounter).state.supplements).toBe(0)
    expect(play(birthRegistration, [...atCounter, supplement('appraise')]).state.supplements).toBe(1)
  })

  it('points at each place with its reason', () => {
    const ask = (list: typeof pins) =>
      refused(birthRegistration, [start, { action: 'supplement', step: 'receive', pins: list }])?.code
    expect(ask([])).toBe('pinsMissing')
    expect(ask([...pins, { path: 'answers.name', reason: '' }])).toBe('pinsMissing')
    expect(ask(pins)).toBeUndefined()
  })

  it('ends in a lapse when the applicant never answers', () => {
    expect(play(birthRegistration, [...asked, { action: 'lapse' }]).state).toMatchObject({
      status: 'ended',
      outcome: 'lapsed',
      open: [],
    })
    expect(refused(birthRegistration, [start, { action: 'lapse' }])?.code).toBe('notWaiting')
  })
})

describe('a notice of a promotion at the department', () => {
  const proposed = [start, done('receive'), refuse('appraise')]

  it('is refused only through the leader, the number and the counter', () => {
    const { state, effects } = play(promotionNotice, [
      ...proposed,
      done('review'),
      done('sign'),
      done('issue'),
      done('deliver'),
    ])
    expect(state).toMatchObject({ status: 'ended', outcome: 'refused', proposal: 'refuse' })
    expect(effects.at(-1)).toEqual({ effect: 'ended', outcome: 'refused' })
  })

  it('cannot be refused without a reason, nor where the process does not allow it', () => {
    const received = proposed.slice(0, 2)
    expect(
      refused(promotionNotice, [...received, { action: 'complete', step: 'appraise', proposal: 'refuse' }])?.code,
    ).toBe('reasonMissing')
    expect(refused(promotionNotice, [...received, done('appraise'), refuse('review')])?.code).toBe('notAllowed')
  })

  it('loses the proposal when the leader returns it to whoever made it, with a reason', () => {
    const returned = [...proposed, done('review'), back('sign', 'appraise')]
    expect(
      refused(promotionNotice, [
        ...returned.slice(0, -1),
        { action: 'return', step: 'sign', to: 'appraise', reason: '' },
      ])?.code,
    ).toBe('reasonMissing')
    expect(play(promotionNotice, returned).state.proposal).toBeUndefined()
    const { state } = play(promotionNotice, [
      ...returned,
      done('appraise'),
      done('review'),
      done('sign'),
      done('issue'),
      done('deliver'),
    ])
    expect(state.outcome).toBe('granted')
  })

  it('keeps a refusal against the contrary word of a later step, which has to return it', () => {
    const { steps } = promotionNotice
    const review = { ...steps['review']!, may: ['refuse'] }
    const process = Process.parse({ ...promotionNotice, steps: { ...steps, review } })
    const contrary: Action = { action: 'complete', step: 'review', proposal: 'grant' }
    expect(refused(process, [...proposed, contrary])?.code).toBe('refusalStands')
    expect(refused(process, [...proposed, done('review')])).toBeUndefined()
    expect(refused(process, [...proposed.slice(0, 2), done('appraise'), contrary])).toBeUndefined()
  })

  it('keeps the proposal when it is returned only to the head who passed it on', () => {
    const { state, open } = play(promotionNotice, [...proposed, done('review'), back('sign', 'review')])
    expect(open).toEqual(['review'])
    expect(state.proposal).toBe('refuse')
  })

  it('is withdrawn by the applicant until the decision is issued', () => {
    const withdraw: Action = { action: 'withdraw' }
    const signed = [...proposed, done('review'), done('sign')]
    expect(play(promotionNotice, [...signed, withdraw]).effects).toEqual([
      { effect: 'close-task', step: 'issue', result: 'cancelled' },
      { effect: 'stop-clock', ground: 'end' },
      { effect: 'ended', outcome: 'withdrawn' },
    ])
    expect(refused(promotionNotice, [...signed, done('issue'), withdraw])?.code).toBe('alreadyIssued')
  })

  it('returned for correction after the issue, can no longer be withdrawn, supplemented or lapse', () => {
    const { steps } = promotionNotice
    const appraise = { ...steps['appraise']!, may: ['supplement', 'pause'] }
    const deliver = { ...steps['deliver']!, back: ['appraise'] }
    const process = Process.parse({ ...promotionNotice, steps: { ...steps, appraise, deliver } })
    const issued = [start, done('receive'), done('appraise'), done('review'), done('sign'), done('issue')]
    const returned = [...issued, back('deliver', 'appraise')]
    expect(play(process, returned).effects.at(-1)).toEqual({ effect: 'resume-clock' })
    expect(refused(process, [...returned, { action: 'withdraw' }])?.code).toBe('alreadyIssued')
    expect(refused(process, [...returned, supplement('appraise')])?.code).toBe('alreadyIssued')
    const pause: Action = { action: 'pause', step: 'appraise', ground: 'financial-obligation' }
    expect(refused(process, [...returned, pause, { action: 'lapse' }])?.code).toBe('alreadyIssued')
    expect(refused(process, [...returned.slice(0, 2), pause, { action: 'lapse' }])).toBeUndefined()
  })

  it('is apologised for once, with a reason and a real date, while its time runs', () => {
    const sorry: Action = { action: 'apologise', isLate: true, newDate: '2020-12-03', reason: 'Chờ xác minh' }
    const received = proposed.slice(0, 2)
    expect(play(promotionNotice, [...received, sorry]).effects).toEqual([
      { effect: 'apologised', newDate: '2020-12-03', reason: 'Chờ xác minh' },
    ])
    expect(refused(promotionNotice, [...received, sorry, sorry])?.code).toBe('apologiesUsed')
    expect(refused(promotionNotice, [...received, { ...sorry, newDate: '2020-02-30' }])?.code).toBe('dateMissing')
    expect(refused(promotionNotice, [start, sorry])?.code).toBe('clockStopped')
    expect(refused(promotionNotice, [...received, { ...sorry, isLate: false }])?.code).toBe('onTime')
  })
})
