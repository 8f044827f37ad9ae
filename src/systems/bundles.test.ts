import { describe, expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import {
  codeListsOf,
  communesFrom,
  parseAnswers,
  papersFor,
  requiredPapers,
  type Lookups,
} from '#engines/forms/contract.ts'
import { checkBundle } from '#engines/services/bundle/check-bundle.ts'
import { memberAnswers, memberPapers } from '#engines/services/bundle/split-bundle.ts'
import type { Procedure } from '#engines/services/declare.ts'
import { checkProcedure } from '#engines/services/procedure/check-procedure.ts'
import { feesOf, isComplete } from '#engines/services/procedure/procedure.ts'
import { systems } from './index.ts'
import { chanceFrom, fillForm } from './testing/fill-form.ts'

const today = civil('2026-11-25')
const lookups: Lookups = {
  today,
  codeLists: codeListsOf(...systems.codeLists),
  communes: communesFrom(
    systems.organization.areas.filter(({ tier }) => tier === 'commune').map((area) => ({ ...area, within: '' })),
  ),
}

describe.each(systems.bundles.filter(isComplete))('$code $everydayName.vi', (bundle) => {
  const chance = chanceFrom(3)
  const fills = Array.from({ length: 100 }, () => fillForm(bundle.form, lookups, chance))
  const members = bundle.bundle!.map((member) => ({
    member,
    procedure: systems.procedures.filter(isComplete).find(({ code }) => code === member.code)!,
  }))

  test('nothing is wrong with it, nor with what flows where', () => {
    expect([...checkProcedure(bundle, systems), ...checkBundle(bundle, systems.procedures)]).toEqual([])
  })

  test('whatever is answered, each of its procedures is answered and has its papers', () => {
    for (const answers of fills) {
      const attached = papersFor(bundle.papers, answers).map(({ id }) => ({ paper: id }))
      for (const { member, procedure } of members) {
        const parsed = parseAnswers(procedure.form, memberAnswers(member, procedure.form, answers), lookups)
        expect(parsed.places, member.code).toEqual([])
        const given = memberPapers(member, procedure.papers, attached).map(({ paper }) => paper)
        const wanted = requiredPapers(procedure.papers, parsed.answers).map(({ id }) => id)
        expect(wanted.filter((id) => !given.includes(id))).toEqual([])
      }
    }
  })

  test('it costs what its procedures cost together, whatever the case', () => {
    const sum = (fees: readonly { readonly amount: number }[]) => fees.reduce((total, { amount }) => total + amount, 0)
    for (const answers of fills) {
      const apart = members.flatMap(({ member, procedure }) =>
        feesOf(procedure, today, { answers: memberAnswers(member, procedure.form, answers), channel: 'online' }),
      )
      expect(sum(feesOf(bundle, today, { answers, channel: 'online' }))).toBe(sum(apart))
    }
  })
})

test('a question or paper that comes from nowhere is named with its place', () => {
  const [bundle] = systems.bundles
  const broken: Procedure = {
    ...bundle!,
    bundle: [
      { code: '2.001827', answers: { zone: 'shop' }, papers: {} },
      { code: 'XX.1', answers: {}, papers: {} },
    ],
  }
  const paths = checkBundle(broken, systems.procedures).map(({ path }) => path)
  expect(paths).toContain('bundle.0.answers.zone')
  expect(paths).toContain('bundle.0.answers.premises')
  expect(paths).toContain('bundle.1.code')
})
