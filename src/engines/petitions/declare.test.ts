import { expect, it } from 'vitest'
import { WrongDeclaration } from '#values/declared.ts'
import { petitionRules } from '#systems/bac-giang/petition-rules.ts'
import { definePetitionRules } from './declare.ts'
import { ruleOf } from './limits.ts'

it('needs limits of every kind', () => {
  const limits = petitionRules.limits.filter(({ kind }) => kind !== 'denunciation')
  expect(() => definePetitionRules({ ...petitionRules, limits })).toThrow(WrongDeclaration)
})

it('needs limits of a second complaint, and of a second nothing else', () => {
  const firsts = petitionRules.limits.filter(({ isSecond }) => !isSecond)
  expect(() => definePetitionRules({ ...petitionRules, limits: firsts })).toThrow(WrongDeclaration)
  const [question] = firsts
  const wrong = [...petitionRules.limits, { ...question!, isSecond: true }]
  expect(() => definePetitionRules({ ...petitionRules, limits: wrong })).toThrow(WrongDeclaration)
})

it('goes by the limits of the day on which something was sent', () => {
  const [question] = petitionRules.limits
  if (question === undefined) throw new Error('no limits')
  const later = { ...question, from: '2027-01-01', accept: { amount: 1, unit: 'working-day' as const } }
  const rules = definePetitionRules({ ...petitionRules, limits: [...petitionRules.limits, later] })
  const sentAt = (at: string) => ruleOf(rules, { kind: 'question', firstDecision: null, askedAt: new Date(at) }).accept
  expect(sentAt('2026-12-31T10:00:00+07:00').amount).toBe(2)
  expect(sentAt('2027-01-01T00:00:00+07:00').amount).toBe(1)
})
