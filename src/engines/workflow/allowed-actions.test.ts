import { describe, expect, it } from 'vitest'
import { allowedActions } from './allowed-actions.ts'
import { notStarted } from './process-state.ts'
import { promotionNotice } from './samples.ts'
import { mustAdvance } from './testing/walk.ts'

const complete = (step: string) => ({ action: 'complete', step }) as const

describe('what a screen may offer', () => {
  const at = (...actions: Parameters<typeof mustAdvance>[2][]) =>
    actions.reduce((state, action) => mustAdvance(promotionNotice, state, action, {}).state, notStarted)

  it('lists each action with its target and what must be asked, and greys out with the reason', () => {
    const asked = at(
      { action: 'start' },
      complete('receive'),
      { action: 'supplement', step: 'appraise', pins: [{ path: 'a', reason: 'b' }] },
      { action: 'supplied' },
    )
    expect(allowedActions(promotionNotice, asked, { step: 'appraise' })).toEqual([
      { action: 'complete', step: 'appraise', side: 'unit', needs: [] },
      { action: 'complete', step: 'appraise', proposal: 'grant', side: 'unit', needs: [] },
      { action: 'complete', step: 'appraise', proposal: 'refuse', side: 'unit', needs: ['reason'] },
      {
        action: 'supplement',
        step: 'appraise',
        side: 'unit',
        needs: ['pins'],
        refused: {
          vi: 'Sau khi tiếp nhận, chỉ được yêu cầu bổ sung 1 lần.',
          en: 'Once it is received, the applicant may be asked 1 time(s) only.',
        },
      },
    ])
  })

  it('offers nothing after the end', () => {
    expect(allowedActions(promotionNotice, at({ action: 'start' }, { action: 'withdraw' }))).toEqual([])
  })

  it('says that a step is not open', () => {
    const [first] = allowedActions(promotionNotice, at({ action: 'start' }), { step: 'sign' })
    expect(first?.refused?.en).toBe('The step "Decide" is not open.')
  })

  it('offers an apology only when the date is missed or cannot be kept', () => {
    const running = at({ action: 'start' }, complete('receive'))
    const offered = (isLate: boolean) =>
      allowedActions(promotionNotice, running, { isLate }).filter(({ action }) => action === 'apologise').length
    expect([offered(false), offered(true)]).toEqual([0, 1])
  })

  it('offers a way back for each step named', () => {
    const signing = at({ action: 'start' }, complete('receive'), complete('appraise'), complete('review'))
    const backs = allowedActions(promotionNotice, signing).filter(({ action }) => action === 'return')
    expect(backs.map(({ to, refused }) => [to, refused])).toEqual([
      ['review', undefined],
      ['appraise', undefined],
    ])
  })
})
