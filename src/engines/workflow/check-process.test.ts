import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProcess } from './check-process.ts'
import type { Process, ProcessSaid, StepSaid } from './declare.ts'
import { ProcessShape } from './process-shape.ts'
import { birthRegistration, landCertificate, promotionNotice } from './samples.ts'
import { anyProcess } from './testing/random-process.ts'

const usual: Record<string, StepSaid> = {
  receive: { kind: 'receive', hours: 1, next: 'appraise' },
  appraise: { kind: 'work', hours: 8, may: ['supplement', 'refuse'], next: 'sign' },
  sign: { kind: 'decide', hours: 2, back: ['appraise'], next: 'issue' },
  issue: { kind: 'issue', hours: 1, next: 'deliver' },
  deliver: { kind: 'deliver' },
}

/** The usual process with some steps said otherwise, of the right shape but unchecked. */
const shaped = (steps: Record<string, Partial<StepSaid>>, more: Partial<ProcessSaid> = {}): Process => {
  const all = Object.keys({ ...usual, ...steps }).map((id) => [
    id,
    { kind: 'work', hours: 1, ...usual[id], ...steps[id] },
  ])
  return ProcessShape.parse({ id: 'test', start: 'receive', steps: Object.fromEntries(all), ...more })
}

/** The findings as one line each, in English. */
const said = (process: Process, known = {}) =>
  checkProcess(process, known).map(({ path, words }) => `${path}: ${words.en}`)

const yes = { field: 'answers.urgent', is: true }

describe('checking a process', () => {
  it('finds nothing wrong with the samples', () => {
    for (const process of [birthRegistration, promotionNotice, landCertificate])
      expect(checkProcess(process)).toEqual([])
  })

  it('finds nothing wrong with most random processes, and speaks both languages about the others', () => {
    const found = fc.sample(anyProcess, 150).map((process) => checkProcess(process))
    expect(found.filter((list) => list.length === 0).length).toBeGreaterThan(135)
    for (const { words } of found.flat()) expect(words.vi && words.en).toBeTruthy()
  })

  it('names a step that does not exist and lists those that do', () => {
    expect(said(shaped({ sign: { next: 'isue' } }))).toEqual([
      'steps.sign.next: no step "isue"; steps are receive, appraise, sign, issue, deliver',
    ])
    expect(said(shaped({}, { start: 'begin' }))[0]).toMatch(/^start: no step "begin"/)
  })

  it('wants reception first and only once', () => {
    expect(said(shaped({ receive: { kind: 'work' } }))).toContain('start: the first step must be of kind receive')
    expect(said(shaped({ appraise: { kind: 'receive', may: [] } }))).toEqual([
      'steps.appraise.kind: only the first step receives; give this one another kind',
    ])
  })

  it('finds steps that nothing leads to', () => {
    expect(said(shaped({ archive: { next: 'deliver' } }))).toEqual(['steps.archive: no way from the start leads here'])
  })

  it('finds circles and shows the way round', () => {
    expect(said(shaped({ sign: { next: { when: [{ if: yes, to: 'appraise' }], otherwise: 'issue' } } }))).toContain(
      'steps.appraise.next: goes round: appraise → sign → appraise; to do a step again use back',
    )
  })

  it('finds steps from which no end can be reached', () => {
    expect(said(shaped({ issue: { next: 'sign' } }))).toContain('steps.receive.next: no end can be reached from here')
  })

  it('lets a step go back only to what led to it', () => {
    expect(said(shaped({ appraise: { back: ['sign'] } }))).toEqual([
      'steps.appraise.back: "sign" does not come before this step; only steps that led here can be returned to',
    ])
    expect(said(shaped({ appraise: { back: ['appraise'] } }))[0]).toMatch(/does not come before/)
  })

  it('wants a join where branches meet', () => {
    const forked = { receive: { next: ['appraise', 'survey'] }, survey: { next: 'sign' } }
    expect(said(shaped(forked))).toEqual([
      "steps.sign.join: 'appraise', 'survey' lead here side by side; write join: ['appraise', 'survey']",
    ])
    expect(said(shaped({ ...forked, sign: { join: ['appraise', 'survey'] } }))).toEqual([])
  })

  it('wants a join even where today only correlated conditions keep branches apart: answers may change on the way', () => {
    const next = { when: [{ if: yes, to: 'sign' }], otherwise: 'file' }
    const split: StepSaid['next'] = { when: [{ if: yes, to: ['appraise', 'survey'] }], otherwise: 'appraise' }
    const steps = { receive: { next: split }, survey: { next }, file: {} }
    expect(said(shaped(steps))[0]).toMatch(/^steps.sign.join: /)
  })

  it('wants no join where ways only meet again after a choice', () => {
    const next: StepSaid['next'] = { when: [{ if: yes, to: 'survey' }], otherwise: 'sign' }
    expect(said(shaped({ appraise: { next }, survey: { next: 'sign' } }))).toEqual([])
    expect(
      said(shaped({ appraise: { next }, survey: { next: 'sign' }, sign: { join: ['appraise', 'survey'] } }))[0],
    ).toMatch(/never runs beside another/)
  })

  it('finds members of a join that would never arrive', () => {
    const forked = { receive: { next: ['appraise', 'survey'] }, survey: { next: 'sign' } }
    expect(said(shaped({ ...forked, sign: { join: ['appraise', 'survey', 'receive'] } }))).toEqual([
      'steps.sign.join: "receive" does not lead here, so it would never arrive',
    ])
    const third = { ...forked, receive: { next: ['appraise', 'survey', 'tax'] }, tax: { next: 'sign' } }
    expect(said(shaped({ ...third, sign: { join: ['appraise', 'survey'] } }))).toEqual([
      'steps.sign.join: "tax" leads here beside them; add it to the join',
    ])
  })

  it('lets nothing be issued past the decision, not even by one condition', () => {
    const next: StepSaid['next'] = { when: [{ if: yes, to: 'issue' }], otherwise: 'sign' }
    expect(said(shaped({ appraise: { next } }))).toContain(
      'steps.issue.kind: this could be issued without a decide step before it',
    )
  })

  it('counts the decision of a branch that the join awaits', () => {
    const steps = {
      receive: { next: ['appraise', 'survey'] },
      survey: { next: 'issue' },
      issue: { join: ['sign', 'survey'] },
    }
    expect(said(shaped(steps))).toEqual([])
  })

  it('lets no refusal end undecided', () => {
    const next: StepSaid['next'] = {
      when: [{ if: { field: 'proposal', is: 'refuse' }, to: 'deliver' }],
      otherwise: 'sign',
    }
    expect(said(shaped({ appraise: { next } }))).toEqual([
      'steps.appraise.may: a refusal proposed here could reach the end undecided',
    ])
    const granted: StepSaid['next'] = {
      when: [{ if: { field: 'proposal', is: 'grant' }, to: 'deliver' }],
      otherwise: 'sign',
    }
    expect(said(shaped({ appraise: { next: granted } }))).toEqual([])
  })

  it('wants a way back to whoever may propose a refusal', () => {
    expect(said(shaped({ sign: { back: [] } }))).toEqual([
      'steps.appraise.may: no later step can return to "appraise" to have its refusal reconsidered',
    ])
    expect(said(shaped({ sign: { back: ['receive'] } }))).toEqual([])
  })

  it('keeps allowances where they belong', () => {
    expect(said(shaped({ appraise: { may: ['reject'] } }))).toEqual([
      'steps.appraise.may: reject belongs to reception; later it is refuse',
    ])
    expect(said(shaped({ receive: { may: ['refuse'] } }))[0]).toBe(
      'steps.receive.may: refuse belongs to work and decide steps',
    )
    expect(said(shaped({ deliver: { drafts: true } }))).toEqual([
      'steps.deliver.drafts: drafts belongs to work steps; a decide step always needs the draft',
    ])
    expect(said(shaped({ deliver: { may: ['supplement'] } }))).toEqual([
      'steps.deliver.may: after the issue nothing is supplemented or refused',
    ])
  })

  it('wants consultations to fit into the hours of their step', () => {
    const consult = {
      id: 'tax',
      name: { vi: 'Thuế', en: 'Tax' },
      by: { at: { unit: 'agency', key: 'CT' }, function: 'head' },
      hours: 9,
      silence: 'wait',
    } as const
    expect(said(shaped({ appraise: { consult: [consult, { ...consult, hours: 8 }] } }))).toEqual([
      'steps.appraise.consult.0.hours: must be above 0 and within the 8 hours of the step',
      'steps.appraise.consult.1.id: "tax" is there twice',
    ])
  })

  it('knows functions and facts when told', () => {
    const functions = ['receiver', 'specialist', 'leader']
    expect(said(shaped({}), { functions })).toEqual([
      'steps.issue.by.function: no function "clerk"; there are receiver, specialist, leader',
    ])
    const next: StepSaid['next'] = {
      when: [{ if: { any: [yes, { field: 'proposal', is: 'refuse' }] }, to: 'sign' }],
      otherwise: 'sign',
    }
    const by = { at: { unit: 'area', field: 'answers.home' } } as const
    expect(said(shaped({ appraise: { next, by } }), { fields: ['answers.urgent'] })).toEqual([
      'steps.appraise.by.at.field: no fact "answers.home"; there are proposal, answers.urgent',
    ])
    expect(said(shaped({ appraise: { next } }), { fields: [] })[0]).toMatch(
      /^steps.appraise.next.when.0.if: no fact "answers.urgent"/,
    )
  })

  it('surveys a hundred independent choices in a row', () => {
    const steps: Record<string, StepSaid> = { receive: { kind: 'receive', hours: 1, next: 's0' } }
    for (let index = 0; index < 100; index++) {
      const after = index === 99 ? 'sign' : `s${index + 1}`
      steps[`s${index}`] = {
        kind: 'work',
        hours: 1,
        next: { when: [{ if: { field: `answers.q${index}`, is: true }, to: `x${index}` }], otherwise: after },
      }
      steps[`x${index}`] = { kind: 'work', hours: 1, next: after }
    }
    expect(said(shaped({ ...steps, appraise: { may: [] } }))).toEqual([
      'steps.appraise: no way from the start leads here',
    ])
  })
})
