import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from './action.ts'
import { allowedActions } from './allowed-actions.ts'
import { checkProcess } from './check-process.ts'
import { clockOf } from './clock.ts'
import { dueSteps } from './course.ts'
import { Process } from './declare.ts'
import { plannedPath } from './planned-path.ts'
import { graphOf } from './process-graph.ts'
import { notStarted, ProcessState } from './process-state.ts'
import { enter, newLedger } from './testing/ledger.ts'
import { soundProcess } from './testing/random-process.ts'
import {
  anyFacts,
  anyMoves,
  deepFreeze,
  fillIn,
  forward,
  mustAdvance,
  possible,
  refusalOf,
  walk,
  type Taken,
} from './testing/walk.ts'

const runs = { numRuns: 80 }

/** Every action of every random walk through every random process. */
const always = (law: (process: Process, taken: Taken) => void) =>
  fc.assert(
    fc.property(soundProcess, anyMoves, (process, moves) => {
      for (const taken of walk(process, moves)) law(process, taken)
    }),
    runs,
  )

describe('whatever happens to a dossier', () => {
  it('can still be brought to its end from every state', () => {
    fc.assert(
      fc.property(soundProcess, anyMoves, fc.array(anyFacts, { minLength: 1 }), (process, moves, facts) => {
        const bound = Object.values(process.steps).reduce((sum, step) => sum + 1 + step.consult.length, 2)
        for (const { after } of walk(process, moves)) {
          let state = after
          for (let count = 0; state.status !== 'ended'; count++) {
            expect(count).toBeLessThan(bound)
            const action = forward(process, state)
            expect(action).toBeDefined()
            state = mustAdvance(process, state, action!, facts[count % facts.length]!).state
          }
        }
      }),
      runs,
    )
  })

  it('somebody can always do something until it has ended, and nobody afterwards', () => {
    always((process, { after }) => {
      expect(possible(process, after).length > 0).toBe(after.status !== 'ended')
    })
  })

  it('nobody outside can hold it up for ever: a silent applicant lapses, a pause is lifted by the office', () => {
    always((process, { after }) => {
      if (after.status !== 'waiting-applicant' && after.status !== 'paused') return
      expect(possible(process, after).some(({ side }) => side === 'system' || side === 'unit')).toBe(true)
    })
  })

  it('each task that opens names a function in a unit and its hours', () => {
    always((_, { effects }) => {
      for (const effect of effects) {
        if (effect.effect !== 'open-task' && effect.effect !== 'open-consult') continue
        expect(effect.by.at.unit && effect.by.function).toBeTruthy()
        expect(effect.hours).toBeGreaterThan(0)
      }
    })
  })

  it('a step is open or done or neither, never both and never twice', () => {
    always((_, { after }) => {
      const steps = [...after.open, ...after.done].map(({ step }) => step)
      expect(new Set(steps).size).toBe(steps.length)
    })
  })

  it('a join opens when nothing that leads to it is open, and waits only for something that is', () => {
    always((process, { after }) => {
      const graph = graphOf(process)
      const opensBefore = (id: string) => after.open.some(({ step }) => graph.get(step)?.leadsTo.has(id))
      for (const { step } of after.open) if (process.steps[step]?.join) expect(opensBefore(step)).toBe(false)
      if (after.status === 'ended') return
      for (const { id } of dueSteps(graph, after)) expect(opensBefore(id)).toBe(true)
    })
  })

  it('nothing is issued, and no refusal ends it, without a decision before', () => {
    always((process, { before, after }) => {
      const decided = before.done.some(({ step }) => process.steps[step]?.kind === 'decide')
      if (after.issued && !before.issued) expect(decided).toBe(true)
      if (after.outcome === 'refused') {
        expect(after.done.some(({ step }) => process.steps[step]?.kind === 'decide')).toBe(true)
      }
    })
  })

  it('a refusal stands until the step that proposed it is undone, and decides the outcome', () => {
    always((_, { before, action, after }) => {
      const refusing = after.done.some(({ proposal }) => proposal === 'refuse')
      expect(after.proposal === 'refuse').toBe(refusing)
      if (before.proposal === 'refuse' && action.action !== 'return') expect(after.proposal).toBe('refuse')
      if (action.action === 'complete' && action.proposal === 'grant') expect(before.proposal).not.toBe('refuse')
      if (after.status === 'ended' && action.action === 'complete') {
        expect(after.outcome).toBe(refusing ? 'refused' : 'granted')
      }
    })
  })

  it('a return undoes what came after its target and nothing else', () => {
    always((process, { before, action, after }) => {
      if (action.action !== 'return') return
      const undone = graphOf(process).get(action.to)!.leadsTo
      expect(after.open.map(({ step }) => step)).toContain(action.to)
      for (const { step } of [...after.open, ...after.done]) expect(undone.has(step)).toBe(false)
      const kept = before.done.filter(({ step }) => step !== action.to && !undone.has(step))
      expect(after.done).toEqual(kept)
      const keptOpen = before.open.filter(({ step }) => !undone.has(step))
      expect(after.open).toEqual(expect.arrayContaining(keptOpen))
    })
  })

  it('the applicant is asked and put off no more often than the process says', () => {
    always((process, { after }) => {
      expect(after.supplements).toBeLessThanOrEqual(process.limits.supplements)
      expect(after.apologies).toBeLessThanOrEqual(process.limits.apologies)
    })
  })

  it('effects balance: tasks, consultations and the clock open and close in turn, and agree with the state', () => {
    fc.assert(
      fc.property(soundProcess, anyMoves, (process, moves) => {
        const ledger = newLedger()
        for (const { after, effects } of walk(process, moves)) {
          expect(ledger.ended).toBe(0)
          effects.forEach((effect) => enter(ledger, effect))
          expect([...ledger.tasks].sort()).toEqual(after.open.map(({ step }) => step).sort())
          const awaited = after.open.flatMap(({ step, consults }) => consults.map((one) => `${step}/${one}`))
          expect([...ledger.consults].sort()).toEqual(awaited.sort())
          expect(ledger.clock).toBe(clockOf(graphOf(process), after))
          expect(ledger.ended).toBe(after.status === 'ended' ? 1 : 0)
          if (after.status === 'ended') expect(ledger.tasks.size + ledger.consults.size).toBe(0)
        }
      }),
      runs,
    )
  })

  it('replaying the same actions gives the same states and effects', () => {
    fc.assert(
      fc.property(soundProcess, anyMoves, (process, moves) => {
        const copy = Process.parse(JSON.parse(JSON.stringify(process)))
        let state: ProcessState = notStarted
        for (const { action, facts, after, effects } of walk(process, moves)) {
          const again = mustAdvance(copy, state, JSON.parse(JSON.stringify(action)) as Action, facts)
          expect(again).toEqual({ state: after, effects })
          state = again.state
        }
      }),
      runs,
    )
  })

  it('state and process are plain JSON and read back as themselves', () => {
    always((process, { after, effects }) => {
      expect(ProcessState.parse(JSON.parse(JSON.stringify(after)))).toStrictEqual(after)
      expect(JSON.parse(JSON.stringify(effects))).toStrictEqual(effects)
      if (after.status === 'ended') expect(Process.parse(JSON.parse(JSON.stringify(process)))).toStrictEqual(process)
    })
  })
})

describe('a process that never passed its check', () => {
  it('makes advance answer nonsense, but neither throw nor hang', () => {
    const rewired = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(soundProcess, rewired, anyMoves, (process, changes, moves) => {
        const ids = [...Object.keys(process.steps), 'nowhere']
        const steps = { ...process.steps }
        for (const [at, one, other] of changes) {
          const id = ids[at % (ids.length - 1)]!
          const [next, also] = [ids[one % ids.length]!, ids[other % ids.length]!]
          steps[id] = { ...steps[id]!, next: [next, also], back: [also], join: [next, also] }
        }
        const broken = { ...process, steps }
        expect(checkProcess(broken).length).toBeGreaterThanOrEqual(0)
        for (const { after } of walk(broken, moves)) {
          expect(plannedPath(broken, after, {}).length).toBeLessThanOrEqual(ids.length)
          expect(after.status === 'ended' || possible(broken, after).length > 0).toBe(true)
        }
      }),
      runs,
    )
  })
})

describe('an arbitrary action in an arbitrary state', () => {
  const wild = fc.record({
    action: fc.constantFrom<Action['action'][]>(
      'start',
      'complete',
      'return',
      'supplement',
      'supplied',
      'lapse',
      'reject',
      'withdraw',
      'pause',
      'resume',
      'answer',
      'silence',
      'apologise',
    ),
    step: fc.nat(99),
    to: fc.nat(99),
    consult: fc.constantFrom('c0', 'c1', 'toString'),
    proposal: fc.option(fc.constantFrom('grant' as const, 'refuse' as const), { nil: undefined }),
  })

  it('is accepted exactly when it is offered, and refused in the words that grey it out, leaving the state untouched', () => {
    fc.assert(
      fc.property(
        soundProcess,
        anyMoves,
        fc.array(wild, { size: 'max', maxLength: 40 }),
        anyFacts,
        (process, moves, tries, facts) => {
          const state = walk(process, moves).at(-1)?.after ?? deepFreeze(notStarted)
          const before = JSON.stringify(state)
          const offers = allowedActions(process, state, { isLate: true })
          const near = [...state.open.map(({ step }) => step), ...Object.keys(process.steps), 'toString']
          for (const one of tries) {
            const step = near[one.step % near.length]!
            const backs = [...(process.steps[step]?.back ?? []), ...near]
            const action = fit({ ...one, step, to: backs[one.to % backs.length]! })
            const offer = offers.find((each) =>
              (['action', 'step', 'to', 'consult', 'proposal'] as const).every(
                (key) => each[key] === (action as never)[key],
              ),
            )
            const refused = refusalOf(process, state, action, facts)
            expect(refused === undefined).toBe(offer !== undefined && offer.refused === undefined)
            if (offer?.refused !== undefined) expect(refused?.words).toEqual(offer.refused)
            if (refused !== undefined) expect(refused.words.vi && refused.words.en && refused.code).toBeTruthy()
          }
          expect(JSON.stringify(state)).toBe(before)
        },
      ),
      runs,
    )
  })

  it('is refused without its reason, pins, ground or date', () => {
    always((process, { before, action, facts }) => {
      const blanks: Record<string, unknown> = { reason: '  ', ground: '', newDate: '2021-02-29', pins: [] }
      for (const [field, blank] of Object.entries(blanks)) {
        if (field in action) expect(refusalOf(process, before, { ...action, [field]: blank }, facts)).toBeDefined()
      }
    })
  })
})

interface Wild {
  readonly action: Action['action']
  readonly step: string
  readonly to: string
  readonly consult: string
  readonly proposal: 'grant' | 'refuse' | undefined
}

/** An action with the targets that belong to it and everything that it needs. */
function fit({ action, step, to, consult, proposal }: Wild): Action {
  const target = {
    ...(['complete', 'return', 'supplement', 'reject', 'pause', 'answer', 'silence'].includes(action) && { step }),
    ...(action === 'return' && { to }),
    ...(['answer', 'silence'].includes(action) && { consult }),
    ...(action === 'complete' && proposal !== undefined && { proposal }),
  }
  return fillIn({ action, side: 'unit', ...target, needs: ['reason', 'pins', 'ground', 'newDate'] })
}
