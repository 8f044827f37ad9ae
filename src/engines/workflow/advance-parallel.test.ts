import { describe, expect, it } from 'vitest'
import type { Action } from './action.ts'
import { landCertificate } from './samples.ts'
import { back, done, kinds, play, refuse, refused, start, supplement } from './testing/play.ts'

describe('a land certificate through commune, district and province', () => {
  const heard: Action = { action: 'answer', step: 'appraise', consult: 'planning' }
  const confirmed = [start, done('receive'), done('confirm')]
  const split = [...confirmed, heard, done('appraise')]
  const reviewed = [...split, done('survey'), done('duties'), done('review')]

  it('asks the commune named in the answers, then the land office, then the committee above', () => {
    const by = (actions: readonly Action[]) =>
      play(landCertificate, actions).effects.flatMap((one) => (one.effect === 'open-task' ? [one.by] : []))
    expect(by(confirmed.slice(0, 2))).toEqual([
      { at: { unit: 'area', field: 'answers.commune', division: 'DCXD' }, function: 'specialist' },
    ])
    expect(by(confirmed)).toEqual([{ at: { unit: 'owner' }, function: 'specialist' }])
    expect(by(reviewed)).toEqual([{ at: { unit: 'above', tier: 'district' }, function: 'leader' }])
  })

  it('is decided by the province when the area is large', () => {
    expect(play(landCertificate, reviewed).open).toEqual(['sign-district'])
    expect(play(landCertificate, reviewed, { answers: { area: 10_000 } }).open).toEqual(['sign-province'])
  })

  it('waits for a consulted unit by name; its silence counts as consent once its time is over', () => {
    expect(refused(landCertificate, [...confirmed, done('appraise')])?.words).toEqual({
      vi: 'Còn chờ ý kiến của: Phòng Quản lý đô thị.',
      en: 'Still awaited: Urban management division.',
    })
    const silent: Action = { action: 'silence', step: 'appraise', consult: 'planning' }
    expect(play(landCertificate, [...confirmed, silent, done('appraise')]).open).toEqual(['survey', 'duties'])
  })

  it('does not take silence for consent where the process waits, nor while the clock stands', () => {
    const silent: Action = { action: 'silence', step: 'appraise', consult: 'planning' }
    const appraise = landCertificate.steps['appraise']!
    const consult = appraise.consult.map((one) => ({ ...one, silence: 'wait' as const }))
    const strict = { ...landCertificate, steps: { ...landCertificate.steps, appraise: { ...appraise, consult } } }
    expect(refused(strict, [...confirmed, silent])?.code).toBe('mustAnswer')
    expect(refused(landCertificate, [...confirmed, supplement('appraise'), silent])?.code).toBe('waitingApplicant')
    expect(refused(landCertificate, [...confirmed, supplement('appraise'), heard])).toBeUndefined()
  })

  it('joins survey and obligations before the head reviews, in either order', () => {
    expect(play(landCertificate, [...split, done('survey')]).open).toEqual(['duties'])
    expect(play(landCertificate, [...split, done('duties')]).open).toEqual(['survey'])
    expect(play(landCertificate, [...split, done('duties'), done('survey')]).open).toEqual(['review'])
  })

  it('goes straight to the head when a refusal is proposed: the join waits for nothing that was not started', () => {
    expect(play(landCertificate, [...confirmed, heard, refuse('appraise')]).open).toEqual(['review'])
  })

  it('stands still as a whole while the applicant pays', () => {
    const paying = [...split, { action: 'pause', step: 'duties', ground: 'financial-obligation' } as const]
    expect(play(landCertificate, paying).effects).toEqual([
      { effect: 'stop-clock', ground: 'pause', note: 'financial-obligation' },
    ])
    expect(refused(landCertificate, [...paying, done('survey')])?.code).toBe('paused')
    const { state, effects } = play(landCertificate, [...paying, { action: 'resume' }])
    expect(effects).toEqual([{ effect: 'resume-clock' }])
    expect(state).toEqual(play(landCertificate, split).state)
  })

  it('returned within one branch leaves the other alone', () => {
    const again = [...split, done('duties'), done('survey'), back('review', 'survey')]
    expect(play(landCertificate, again).open).toEqual(['survey'])
    expect(play(landCertificate, [...again, done('survey')]).open).toEqual(['review'])
  })

  it('returned to before the fork cancels the other branch and does both again', () => {
    const { open, effects } = play(landCertificate, [...split, back('survey', 'appraise')])
    expect(open).toEqual(['appraise'])
    expect(effects).toContainEqual({ effect: 'close-task', step: 'survey', result: 'returned' })
    expect(effects).toContainEqual({ effect: 'close-task', step: 'duties', result: 'cancelled' })
    const { open: both } = play(landCertificate, [...split, back('survey', 'appraise'), done('appraise')])
    expect(both).toEqual(['survey', 'duties'])
  })

  it('does not ask again whom it has heard when a step is done anew', () => {
    expect(kinds(play(landCertificate, [...split, back('survey', 'appraise')]).effects)).not.toContain('open-consult')
  })

  it('asks again whom a return cut off before they answered', () => {
    const { state, effects } = play(landCertificate, [...confirmed, back('appraise', 'confirm')])
    expect(state.heard).toEqual([])
    expect(effects).toContainEqual({
      effect: 'close-consult',
      step: 'appraise',
      consult: 'planning',
      result: 'cancelled',
    })
    expect(
      kinds(play(landCertificate, [...confirmed, back('appraise', 'confirm'), done('confirm')]).effects),
    ).toContain('open-consult')
  })

  it('withdrawn with two branches open closes both', () => {
    expect(kinds(play(landCertificate, [...split, { action: 'withdraw' }]).effects)).toEqual([
      'close-task',
      'close-task',
      'stop-clock',
      'ended',
    ])
  })

  it('cannot be returned to a step that the process does not name, or that this dossier did not pass', () => {
    expect(refused(landCertificate, [...split, back('survey', 'receive')])?.code).toBe('noWayBack')
    expect(refused(landCertificate, [...confirmed, heard, refuse('appraise'), back('review', 'survey')])?.code).toBe(
      'notDone',
    )
  })
})
