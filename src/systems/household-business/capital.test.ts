import { describe, expect, test } from 'vitest'
import { parseAnswers } from '#engines/forms/contract.ts'
import { sampleLookups } from '#engines/forms/samples/lists.ts'
import { householdBusinessChange } from './household-business-change.ts'
import { householdBusinessRegistration } from './household-business-registration.ts'

const shares = [{ share: 60_000_000 }, { share: 60_000_000 }]

describe.each([
  ['registered', householdBusinessRegistration, { ownership: 'group', members: shares }, 'capital'],
  ['changed', householdBusinessChange, { changes: ['capital', 'members'], newMembers: shares }, 'newCapital'],
  ['whose members alone change', householdBusinessChange, { changes: ['members'], newMembers: shares }, 'newCapital'],
])('the capital of a household business that is %s', (_how, { form }, answers, capital) => {
  const saysOf = (amount: number) =>
    parseAnswers(form, { ...answers, [capital]: amount }, sampleLookups)
      .places.filter(({ path }) => path === capital)
      .map(({ message }) => message.vi)

  test('covers what its members give', () => {
    expect(saysOf(119_999_999)).toEqual(['Phải từ 120.000.000\u00a0₫ trở lên.'])
    expect(saysOf(120_000_000)).toEqual([])
  })
})

test('the capital that alone is changed is compared with no members', () => {
  const { places } = parseAnswers(
    householdBusinessChange.form,
    { changes: ['capital'], newMembers: shares, newCapital: 1 },
    sampleLookups,
  )
  expect(places.map(({ path }) => path)).not.toContain('newCapital')
})
