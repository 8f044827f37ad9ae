import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plannedPath, totalHours } from './planned-path.ts'
import { notStarted } from './process-state.ts'
import { birthRegistration, landCertificate, promotionNotice } from './samples.ts'
import { soundProcess } from './testing/random-process.ts'
import { anyFacts, anyMoves, forward, mustAdvance, walk } from './testing/walk.ts'

const facts = { answers: { commune: '07210', area: 240 } }
const complete = (step: string) => ({ action: 'complete', step }) as const

describe('what comes next', () => {
  const brief = (path: ReturnType<typeof plannedPath>) =>
    path.map(({ step, opensIn, open }) => `${step} ${open ? 'now' : opensIn}`)

  it('is the whole way before the start, with the working hours until each step', () => {
    expect(brief(plannedPath(birthRegistration, notStarted, {}))).toEqual([
      'receive 0',
      'appraise 1',
      'sign 5',
      'issue 7',
      'deliver 8',
    ])
  })

  it('takes the slower of two branches and the way that the facts choose', () => {
    let state = notStarted
    for (const action of [{ action: 'start' } as const, complete('receive'), complete('confirm')]) {
      state = mustAdvance(landCertificate, state, action, facts).state
    }
    const expected = [
      'appraise now',
      'survey 40',
      'duties 40',
      'review 80',
      'sign-district 96',
      'issue 120',
      'deliver 128',
    ]
    expect(brief(plannedPath(landCertificate, state, facts))).toEqual(expected)
    const large = plannedPath(landCertificate, state, { answers: { area: 20_000 } })
    expect(large.map(({ step }) => step)).toContain('sign-province')
  })

  it('is what happens when everyone just completes and no fact changes', () => {
    fc.assert(
      fc.property(soundProcess, anyMoves, anyFacts, (process, moves, given) => {
        let state = walk(process, moves).at(-1)!.after
        const expected = plannedPath(process, state, given).map(({ step }) => step)
        const opened = new Set(state.open.map(({ step }) => step))
        for (let action = forward(process, state); action !== undefined; action = forward(process, state)) {
          state = mustAdvance(process, state, action, given).state
          for (const { step } of state.open) opened.add(step)
        }
        expect([...opened].sort()).toEqual([...expected].sort())
      }),
      { numRuns: 80 },
    )
  })

  it('is nothing after the end', () => {
    const { state } = mustAdvance(
      birthRegistration,
      mustAdvance(birthRegistration, notStarted, { action: 'start' }, {}).state,
      { action: 'withdraw' },
      {},
    )
    expect(plannedPath(birthRegistration, state, {})).toEqual([])
  })

  it('adds up to the longest way to the result, delivery not counted', () => {
    expect(totalHours(birthRegistration)).toBe(8)
    expect(totalHours(promotionNotice)).toBe(8)
    expect(totalHours(landCertificate)).toBe(4 + 40 + 40 + 40 + 16 + 40 + 8)
  })
})
