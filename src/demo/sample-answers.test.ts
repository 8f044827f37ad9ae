import { expect, test } from 'vitest'
import { addDays, civil } from '#values/plain-date.ts'
import { codeListsOf, communesFrom, parseAnswers } from '#engines/forms/contract.ts'
import { isComplete } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'
import { createPeople } from './people.ts'
import { createChance } from './random.ts'
import { sampleAnswers, type Resident } from './sample-answers.ts'

const areas = systems.organization.areas.filter(({ tier }) => tier === 'commune')
const source = {
  codeLists: codeListsOf(...systems.codeLists),
  communes: communesFrom(areas.map((area) => ({ ...area, within: '' }))),
}
const communes = areas.filter(({ to }) => to === undefined).map(({ code }) => code)
const lastDay = civil('2026-11-25')

test.each(systems.procedures.filter(isComplete))(
  'whoever files $code, on whatever day of a year, answers as its form asks, computed answers among them',
  ({ form }) => {
    const chance = createChance(7)
    const people = createPeople(chance)
    const others = Array.from({ length: 60 }, (): Resident => ({
      ...people.invent([18, 75]),
      residence: { commune: chance.pick(communes), detail: 'Thôn Hạ' },
    }))
    for (let days = 0; days < 365; days++) {
      const on = addDays(lastDay, -days)
      const lookups = { ...source, today: on }
      const answers = sampleAnswers(form, { chance, person: chance.pick(others), others, communes, lookups, on })
      expect(parseAnswers(form, answers, lookups)).toEqual({ answers, places: [] })
    }
  },
)

test('whoever wants the result by post says where they live', () => {
  const chance = createChance(7)
  const person: Resident = {
    ...createPeople(chance).invent([18, 75]),
    residence: { commune: '07381', detail: 'Thôn Hạ' },
  }
  const { form } = systems.procedures.filter(isComplete).find(({ code }) => code === '1.002809')!
  const lookups = { ...source, today: lastDay }
  const addresses = Array.from({ length: 60 }, () =>
    sampleAnswers(form, { chance, person, others: [person], communes, lookups, on: lastDay }),
  ).flatMap(({ postAddress }) => postAddress ?? [])
  expect(new Set(addresses)).toEqual(new Set(['Thôn Hạ, xã Nghĩa Hưng']))
})
