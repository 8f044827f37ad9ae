import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf } from '../clock.ts'
import { dueSteps } from '../course.ts'
import type { Process } from '../declare.ts'
import { checkProcess } from '../check-process.ts'
import { graphOf } from '../process-graph.ts'
import { ProcessState } from '../process-state.ts'
import { landCertificate, promotionNotice } from '../samples.ts'
import { done, play, refuse, start, supplement } from '../testing/play.ts'
import { soundProcess } from '../testing/random-process.ts'
import { anyFacts, anyMoves, forward, mustAdvance, walk } from '../testing/walk.ts'
import { judgeStepMove } from './judge-step.ts'
import { moveState, type StepMap } from './move-state.ts'

const { steps: was } = promotionNotice
/** As the notice, but that the leader checks in place of the head. */
const checked: Process = {
  ...promotionNotice,
  id: 'checked-notice',
  steps: {
    receive: was['receive']!,
    appraise: { ...was['appraise']!, hours: 6, next: 'check' },
    check: { ...was['review']!, by: { at: { unit: 'owner' }, function: 'leader' }, back: ['appraise'], next: 'sign' },
    sign: { ...was['sign']!, back: ['check', 'appraise'] },
    issue: was['issue']!,
    deliver: was['deliver']!,
  },
}

const same = ({ steps }: Process): StepMap => Object.fromEntries(Object.keys(steps).map((step) => [step, step]))
const steps = { ...same(promotionNotice), review: 'check' }
const moving = { from: promotionNotice, to: checked, steps }
const moved = (state: ProcessState, move: Parameters<typeof moveState>[0] = moving) => {
  const answer = moveState(move, state)
  if ('stays' in answer) throw new Error(answer.stays.en)
  return answer
}

describe('a dossier that goes on in another process', () => {
  it('finds one that is sound', () => expect(checkProcess(checked)).toEqual([]))

  it('goes on with whoever has it where the same post acts, and passes to the new post where another does', () => {
    const kept = moved(play(promotionNotice, [start, done('receive')]).state)
    expect(kept).toMatchObject({ carried: [{ step: 'appraise', to: 'appraise' }], closed: [], opened: [] })
    const passed = moved(play(promotionNotice, [start, done('receive'), done('appraise')]).state)
    expect(passed.closed).toEqual([{ effect: 'close-task', step: 'review', result: 'cancelled' }])
    expect(passed.opened).toMatchObject([{ effect: 'open-task', step: 'check', by: { function: 'leader' } }])
    expect(passed.state.open).toEqual([{ step: 'check', consults: [] }])
  })

  it('keeps a refusal that was proposed in a step that is gone', () => {
    const from: Process = {
      ...promotionNotice,
      steps: { ...was, review: { ...was['review']!, may: ['refuse'] } },
    }
    const refused = play(from, [start, done('receive'), done('appraise'), refuse('review')]).state
    const { state: after } = moved(refused, { ...moving, from })
    expect(after.proposal).toBe('refuse')
    const action = { action: 'complete', step: 'sign', proposal: 'grant' } as const
    expect(() => mustAdvance(checked, after, action, {})).toThrow(/refus/)
  })

  it('goes on waiting for the applicant, by the step that asked', () => {
    const asked = play(promotionNotice, [start, done('receive'), supplement('appraise')]).state
    const { state } = moved(asked)
    expect(state).toMatchObject({ status: 'waiting-applicant', stoppedBy: 'appraise', supplements: 1 })
    expect(mustAdvance(checked, state, { action: 'supplied' }, {}).state.status).toBe('open')
  })

  it('stays where nobody chose a step for it, with what to do', () => {
    const { review: _, ...without } = steps
    const state = play(promotionNotice, [start, done('receive'), done('appraise')]).state
    expect(moveState({ ...moving, steps: without }, state)).toMatchObject({
      stays: { vi: 'chưa chọn bước đi tiếp cho bước “Trưởng phòng kiểm tra”' },
    })
    expect(moveState({ ...moving, steps: { ...steps, review: null } }, state)).toHaveProperty('stays')
  })

  it.each([
    ['receive', 'appraise', /chưa tiếp nhận/],
    ['appraise', 'receive', /đã tiếp nhận/],
    ['review', 'issue', /bỏ qua bước/],
    ['sign', 'deliver', /chưa có kết quả/],
    ['deliver', 'issue', /đã có kết quả/],
    ['review', 'nowhere', /không có bước/],
  ])('is never put from %s to %s', (from, to, why) => {
    expect(judgeStepMove(promotionNotice, checked, from, to)?.vi).toMatch(why)
  })
})

describe('branches side by side', () => {
  const facts = { answers: { commune: '07210', area: 240 } }
  const forked = play(landCertificate, [start, done('receive'), done('confirm')], facts).state
  const side = mustAdvance(landCertificate, forked, { action: 'answer', step: 'appraise', consult: 'planning' }, facts)
  const both = mustAdvance(landCertificate, side.state, done('appraise'), facts).state
  const one = mustAdvance(landCertificate, both, done('survey'), facts).state
  const { survey, duties, review, ...rest } = landCertificate.steps
  const { join: _, ...afterDuties } = review!
  /** One after the other. */
  const straight: Process = {
    ...landCertificate,
    id: 'straight',
    steps: {
      ...rest,
      appraise: {
        ...rest['appraise']!,
        next: { when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'review' }], otherwise: 'survey' },
      },
      survey: { ...survey!, next: 'duties' },
      duties: { ...duties!, next: 'review' },
      review: afterDuties,
    },
  }

  it('find a process that is sound', () => expect(checkProcess(straight)).toEqual([]))

  it('stay two, and the one that is over is waited for as before', () => {
    const { state } = moved(one, { from: landCertificate, to: landCertificate, steps: same(landCertificate) })
    expect(state).toEqual(one)
  })

  it('go on waiting together for what is to be paid', () => {
    const pause = { action: 'pause', step: 'duties', ground: 'financial-obligation' } as const
    const paused = mustAdvance(landCertificate, both, pause, facts).state
    const { state } = moved(paused, { from: landCertificate, to: landCertificate, steps: same(landCertificate) })
    expect(state).toEqual(paused)
    expect(mustAdvance(landCertificate, state, { action: 'resume' }, facts).state.status).toBe('open')
  })

  it('become one after the other only where one is over', () => {
    const move = { from: landCertificate, to: straight, steps: same(landCertificate) }
    expect(moveState(move, both)).toMatchObject({ stays: { vi: expect.stringMatching(/nối nhau/) } })
    const { state } = moved(one, move)
    expect(state.open.map(({ step }) => step)).toEqual(['duties'])
    expect(mustAdvance(straight, state, done('duties'), facts).state.open.map(({ step }) => step)).toEqual(['review'])
  })

  it('may become one step, whose work one of them goes on with', () => {
    const move = { from: landCertificate, to: straight, steps: { ...same(landCertificate), duties: 'survey' } }
    const { state, carried, closed } = moved(both, move)
    expect(state.open.map(({ step }) => step)).toEqual(['survey'])
    expect([carried.length, closed.length]).toEqual([1, 1])
  })
})

describe('from any process to any other', () => {
  it('a dossier that is moved is open as it should be, its clock goes on, and its end is reached', () => {
    let count = 0
    fc.assert(
      fc.property(
        soundProcess,
        soundProcess,
        anyMoves,
        anyFacts,
        fc.array(fc.nat(99)),
        (from, to, moves, facts, picks) => {
          const targets = Object.keys(to.steps)
          const chosen = Object.fromEntries(
            Object.keys(from.steps).map((step, at) => {
              const fit = targets.filter((target) => judgeStepMove(from, to, step, target) === undefined)
              return [step, fit[(picks[at] ?? 0) % Math.max(1, fit.length)] ?? null]
            }),
          )
          for (const { after } of walk(from, moves)) {
            const answer = moveState({ from, to, steps: chosen }, after)
            if ('stays' in answer) continue
            count += 1
            let { state } = answer
            expect(ProcessState.parse(state)).toEqual(state)
            expect(clockOf(graphOf(to), state)).toBe(clockOf(graphOf(from), after))
            expect(state.proposal === 'refuse' && after.proposal !== 'refuse').toBe(false)
            const names = [...state.open, ...state.done].map(({ step }) => step)
            expect(new Set(names).size).toBe(names.length)
            for (const due of dueSteps(graphOf(to), state)) expect(due.step.join).toBeDefined()
            const bound = Object.values(to.steps).reduce((sum, step) => sum + 1 + step.consult.length, 2)
            for (let turn = 0; state.status !== 'ended'; turn++) {
              expect(turn).toBeLessThan(bound)
              const action = forward(to, state)
              expect(action).toBeDefined()
              state = mustAdvance(to, state, action!, facts).state
            }
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(count).toBeGreaterThan(100)
  })
})
