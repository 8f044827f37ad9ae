import { describe, expect, it } from 'vitest'
import { Problem } from '#values/errors.ts'
import { defineProcess, Process, type ProcessSaid } from './declare.ts'
import { birthRegistration, landCertificate, promotionNotice } from './samples.ts'

const said = {
  id: 'copy',
  start: 'receive',
  steps: {
    receive: { kind: 'receive', hours: 1, next: 'sign' },
    sign: { kind: 'decide', hours: 2, next: 'deliver' },
    deliver: { kind: 'deliver' },
  },
} as const satisfies ProcessSaid

type Copy = Record<'steps', Record<string, Record<string, unknown>>>

/** What a wrong declaration is told, path by path. */
function told(change: (copy: Copy) => void): string[] {
  const copy = JSON.parse(JSON.stringify(said)) as Copy
  change(copy)
  try {
    defineProcess(copy as never)
  } catch (error) {
    return (error as Problem).places.map(({ path, message }) => `${path}: ${message.en}`)
  }
  return []
}

describe('declaring a process', () => {
  it('writes out who acts, the name and what is allowed from the kind of the step', () => {
    const { steps, limits } = defineProcess(said)
    expect(steps['receive']).toEqual({
      name: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' },
      kind: 'receive',
      by: { at: { unit: 'receiver' }, function: 'receiver' },
      hours: 1,
      next: 'sign',
      back: [],
      may: ['supplement', 'reject'],
      consult: [],
    })
    expect(steps['sign']?.by).toEqual({ at: { unit: 'owner' }, function: 'leader' })
    expect(limits).toEqual({ supplements: 1, apologies: 1 })
  })

  it('takes a function alone, a place alone, or both', () => {
    const by = (said: unknown) => {
      const copy = {
        id: 'x',
        start: 'receive',
        steps: { receive: { kind: 'receive', hours: 1, next: 'sign' }, sign: { kind: 'decide', hours: 1, by: said } },
      }
      return Process.parse(copy).steps['sign']?.by
    }
    expect(by('deputy')).toEqual({ at: { unit: 'owner' }, function: 'deputy' })
    expect(by({ at: 'receiver' })).toEqual({ at: { unit: 'receiver' }, function: 'leader' })
    expect(by({ at: { unit: 'above', tier: 'province' }, function: 'head' })).toEqual({
      at: { unit: 'above', tier: 'province' },
      function: 'head',
    })
  })

  it('is data: JSON gives it back, and written out once it stays as it is', () => {
    for (const process of [birthRegistration, promotionNotice, landCertificate, defineProcess(said)]) {
      const copy: unknown = JSON.parse(JSON.stringify(process))
      expect(copy).toStrictEqual(process)
      expect(Process.parse(copy)).toStrictEqual(process)
    }
  })

  it('runs the same when a store has lost the order of its steps', () => {
    const entries = Object.entries(landCertificate.steps).reverse()
    expect(Process.parse({ ...landCertificate, steps: Object.fromEntries(entries) })).toEqual(landCertificate)
  })

  it('names the step and the field that is wrong, and teaches what belongs there', () => {
    expect(told((copy) => delete copy.steps['sign']!['hours'])).toEqual([
      'steps.sign.hours: working hours allotted to the step, above 0',
    ])
    expect(told((copy) => (copy.steps['sign']!['hours'] = 0))).toEqual([
      'steps.sign.hours: working hours allotted to the step, above 0',
    ])
    expect(told((copy) => (copy.steps['sign']!['kind'] = 'approve'))).toEqual([
      'steps.sign.kind: kind is receive, work, decide, issue or deliver',
    ])
    expect(told((copy) => (copy.steps['sign']!['may'] = ['delete']))).toEqual([
      'steps.sign.may.0: may is supplement, reject, refuse or pause',
    ])
    expect(told((copy) => (copy.steps['sign']!['nxt'] = 'deliver'))).toEqual([
      'steps.sign: no such field: nxt; fields are name, kind, by, hours, next, back, may, consult, join, drafts, meets',
    ])
    expect(told((copy) => (copy.steps['sign']!['name'] = { vi: 'Ký' }))).toEqual([
      'steps.sign.name.en: needs words in Vietnamese and English',
    ])
    expect(told((copy) => (copy.steps['sign']!['next'] = { if: 'x' }))).toEqual([
      'steps.sign.next: what follows: a step, a list of parallel steps, or { when: [{ if, to }], otherwise }',
    ])
    expect(told((copy) => (copy.steps['sign']!['by'] = { at: { unit: 'province' } }))).toEqual([
      'steps.sign.by: who acts: a function, or { at: place, function }; a place is { unit: receiver | owner | agency | above | area, … }',
    ])
  })

  it('refuses names that JavaScript would put in another order', () => {
    expect(told((copy) => (copy.steps['1st'] = copy.steps['sign']!))[0]).toMatch(/^steps.1st: /)
  })

  it('runs the check of soundness at boot, in both languages', () => {
    expect(told((copy) => (copy.steps['sign']!['next'] = 'delivr'))).toEqual([
      'steps.sign.next: no step "delivr"; steps are receive, sign, deliver',
    ])
    const wrong = { ...said, start: 'sign' } as const
    expect(() => defineProcess(wrong)).toThrow(
      /Process "copy" is not right:\n  start: the first step must be of kind receive/,
    )
    try {
      defineProcess(wrong)
    } catch (error) {
      expect((error as Problem).code).toBe('invalidProcess')
      expect((error as Problem).words.vi).toMatch(
        /Quy trình "copy" chưa đúng:\n  start: bước đầu phải là bước tiếp nhận/,
      )
    }
  })

  it('does not compile with a step that does not exist', () => {
    const { receive, deliver } = said.steps
    const sign = { kind: 'decide', hours: 2, next: 'delivr' } as const
    // @ts-expect-error "delivr" is not a key of steps
    expect(() => defineProcess({ ...said, steps: { receive, sign, deliver } })).toThrow('no step "delivr"')
  })
})
