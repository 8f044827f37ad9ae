import { describe, expect, test } from 'vitest'
import { civil, holdsOn } from '#values/plain-date.ts'
import { codeListsOf, communesFrom, parseAnswers, papersFor, summaryOf, type Lookups } from '#engines/forms/contract.ts'
import type { Form } from '#engines/forms/declare.ts'
import { checkProcedure } from '#engines/services/procedure/check-procedure.ts'
import { Procedure, proceduresOf } from '#engines/services/declare.ts'
import { feesOf, isComplete, onlineLevelOf, timeLimitOf } from '#engines/services/procedure/procedure.ts'
import { viewFees } from '#engines/services/dossier/view.ts'
import { hoursIn } from '#engines/services/procedure/check-limits.ts'
import { advance, allowedActions, notStarted, plannedPath, type Action } from '#engines/workflow/index.ts'
import { totalHours } from '#engines/workflow/declare.ts'
import { catalogue } from './bac-giang/catalogue.ts'
import { completions } from './bac-giang/completions.ts'
import { demoOverlay } from './bac-giang/demo-overlay.ts'
import { systems } from './index.ts'
import { chanceFrom, fillForm } from './testing/fill-form.ts'

/** The demo organisation is that of 2020, the days go on. */
const today = civil('2026-11-25')
const complete = systems.procedures.filter(isComplete)
const lookups: Lookups = {
  today,
  codeLists: codeListsOf(...systems.codeLists),
  communes: communesFrom(
    systems.organization.areas.filter(({ tier }) => tier === 'commune').map((area) => ({ ...area, within: '' })),
  ),
}
const chance = chanceFrom(1)
const filled = new Map(
  complete.map(({ code, form }) => [code, Array.from({ length: 100 }, () => fillForm(form, lookups, chance))]),
)
/** How many mistakes a form finds at one place of these answers. */
const placesIn = (form: Form, answers: object, path: string): number =>
  parseAnswers(form, answers, lookups).places.filter((place) => place.path === path).length

const fills = ({ code }: { code: string }) => filled.get(code)!

test('118 procedures are declared, 36 of them complete', () => {
  expect(systems.procedures).toHaveLength(118)
  expect(complete).toHaveLength(36)
})

test('every department of the province and both lower levels have something that can be filed and finished', () => {
  const departments = systems.organization.units.filter(
    ({ kind, tier }) => kind === 'department' && tier === 'province',
  )
  const ownersOf = complete.map(({ owner }) => ('agency' in owner ? owner.agency : owner.tier))
  // The office of the committee owns none: it reviews what goes to the chair.
  const idle = [...departments.map(({ code }) => code), 'district', 'commune'].filter((one) => !ownersOf.includes(one))
  expect(idle).toEqual(['VPUBND'])
  const places = complete.flatMap(({ process }) => Object.values(process.steps).map(({ by }) => by.at))
  expect(places.some((at) => at.unit === 'agency' && at.key.startsWith('VPUBND'))).toBe(true)
})

test.each(['2020-11-24', '2026-11-25'])('nothing is wrong with any of them on %s', (date) => {
  const findings = [...systems.procedures, ...systems.comingProcedures].flatMap((procedure) =>
    checkProcedure(procedure, systems, civil(date)).map(({ path, words }) => `${procedure.code} ${path}: ${words.vi}`),
  )
  expect(findings).toEqual([])
})

test('every procedure is plain data and reads back as itself', () => {
  for (const procedure of systems.procedures) {
    expect(Procedure.parse(JSON.parse(JSON.stringify(procedure)))).toEqual(procedure)
  }
})

test('everything that is declared for the start is plain data', () => {
  expect(JSON.parse(JSON.stringify(systems))).toEqual(systems)
})

test('the catalogue keeps the ends that the law gave, the demo layer alone opens what it names', () => {
  const law = new Map(proceduresOf(catalogue, completions).map((procedure) => [procedure.code, procedure]))
  expect(law.get('1.002809')?.effective).toEqual({ to: '2025-03-01' })
  expect(law.get('2.000488')?.effective).toEqual({ to: '2025-03-01' })
  const changed = systems.procedures.filter(
    (procedure) => JSON.stringify(procedure) !== JSON.stringify(law.get(procedure.code)),
  )
  expect(changed.map(({ code }) => code).sort()).toEqual(demoOverlay.procedures.map(({ code }) => code).sort())
  expect(changed.filter(({ notice }) => !notice?.vi.startsWith('Minh họa'))).toEqual([])
})

test('from 1 March 2027 what stood on the Law on Civil Status of 2014 stands on that of 2026, and nothing else is made up', () => {
  const byCode = new Map(systems.procedures.map((procedure) => [procedure.code, procedure]))
  const old = systems.procedures.filter(({ legalBasis }) => legalBasis.includes('60/2014/QH13'))
  expect(systems.comingProcedures.map(({ code }) => code).sort()).toEqual(old.map(({ code }) => code).sort())
  for (const { legalBasis, notice, effective, ...coming } of systems.comingProcedures) {
    const { legalBasis: before, notice: _, effective: __, ...now } = byCode.get(coming.code)!
    expect(coming).toEqual(now)
    expect(effective).toEqual({ from: '2027-03-01' })
    expect(legalBasis).toEqual(before.map((law) => (law === '60/2014/QH13' ? '03/2026/QH16' : law)))
    expect(notice?.vi).toContain('03/2026/QH16')
  }
})

describe.each(complete)('$code $everydayName.vi', (procedure) => {
  const { form, process } = procedure

  test('can be filed online today', () => {
    expect(holdsOn(procedure.effective, today)).toBe(true)
    expect(onlineLevelOf(procedure, today)).toBeGreaterThanOrEqual(3)
  })

  test('asks little on a page, in both languages, and answers 3 to 5 questions', () => {
    expect(form.pages.length).toBeGreaterThanOrEqual(4)
    expect(form.pages.filter(({ fields }) => fields.length > 9).map(({ id }) => id)).toEqual([])
    expect(procedure.questions.length).toBeGreaterThanOrEqual(3)
    expect(procedure.questions.length).toBeLessThanOrEqual(5)
    expect(procedure.summary).toBeDefined()
  })

  test('can be answered whatever is chosen, and every question and option can be met', () => {
    const met = new Set<string>()
    for (const answers of fills(procedure)) {
      const { places } = parseAnswers(form, answers, lookups)
      expect(places.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([])
      for (const [id, value] of Object.entries(answers)) {
        met.add(id)
        for (const one of [value].flat()) met.add(`${id}=${String(one)}`)
      }
      expect(summaryOf(form, answers, 'vi', lookups).length).toBeGreaterThan(2)
    }
    const wanted = form.pages
      .flatMap(({ fields }) => fields)
      .flatMap((field) => [
        ...(field.type === 'statement' ? [] : [field.id]),
        ...(field.type === 'choice' ? (field.options ?? []).map(({ value }) => `${field.id}=${value}`) : []),
      ])
    expect(wanted.filter((one) => !met.has(one))).toEqual([])
  })

  test('needs every paper in some case, and charges what its case costs', () => {
    const asked = new Set(
      fills(procedure).flatMap((answers) => papersFor(procedure.papers, answers).map(({ id }) => id)),
    )
    expect(procedure.papers.filter(({ id }) => !asked.has(id))).toEqual([])
    const due = new Set(
      fills(procedure).flatMap((answers) =>
        ['online', 'counter'].flatMap((channel) =>
          feesOf(procedure, today, { answers, channel }).map(({ amount }) => amount),
        ),
      ),
    )
    expect(due).toEqual(new Set(procedure.fees.flatMap(({ amount }) => amount ?? [])))
  })

  test('is worked within the limit of its case, down to the hour where working days are given', () => {
    for (const answers of fills(procedure)) {
      const facts = { answers, channel: 'online' }
      const limit = timeLimitOf(procedure, today, facts)
      const path = plannedPath(process, notStarted, facts)
      const ends = path
        .filter(({ step }) => process.steps[step]?.kind !== 'deliver')
        .map((step) => step.opensIn + step.hours)
      expect(Math.max(...ends)).toBeLessThanOrEqual(hoursIn(limit))
    }
    const longest = Math.max(...procedure.timeLimits.map(hoursIn))
    expect(totalHours(process)).toBe(longest)
  })

  test('comes to an end, granted and refused, without anyone being stuck', () => {
    for (const answers of fills(procedure).slice(0, 20)) {
      expect(walk(procedure, answers, false)).toBe('granted')
      expect(walk(procedure, answers, true)).toBe('refused')
    }
  })
})

/** Completes whatever is open, answering consultations, until it ends; refuses as soon as it may if told so. */
function walk(
  { process }: (typeof complete)[0],
  answers: Record<string, unknown>,
  refusing: boolean,
): string | undefined {
  let state = notStarted
  const act = (action: Action) => {
    const after = advance(process, state, action, { answers, channel: 'online' })
    if ('refused' in after) throw new Error(`${JSON.stringify(action)}: ${after.refused.words.en}`)
    state = after.state
  }
  act({ action: 'start' })
  for (let turns = 0; state.status !== 'ended' && turns < 50; turns++) {
    const { step, consults } = state.open[0]!
    for (const consult of consults) act({ action: 'answer', step, consult })
    const mayRefuse = allowedActions(process, state, { step }).some(({ proposal }) => proposal === 'refuse')
    act(
      refusing && mayRefuse
        ? { action: 'complete', step, proposal: 'refuse', reason: 'Không đủ điều kiện' }
        : { action: 'complete', step },
    )
  }
  return state.outcome
}

test('dated coefficients give what the law paid on the day', () => {
  const allowance = complete.find(({ code }) => code === '1.001776')!
  const on = (date: string, category: string) => {
    const { answers } = parseAnswers(allowance.form, { category }, { ...lookups, today: civil(date) })
    return answers['allowance']
  }
  expect(on('2020-11-24', 'disabled-severe')).toBe(405_000)
  expect(on('2021-07-01', 'disabled-severe')).toBe(540_000)
  expect(on('2024-07-01', 'disabled-severe')).toBe(750_000)
  expect(on('2026-11-25', 'disabled-severe')).toBe(810_000)
  expect(on('2026-11-25', 'old-80')).toBeUndefined()
})

test('criminal records cost and take what the case does', () => {
  const record = complete.find(({ code }) => code === '2.000488')!
  const fee = (feeExemption: string) => {
    const facts = { answers: { feeExemption } }
    return viewFees(feesOf(record, today, facts), facts).map(({ amount }) => amount)
  }
  expect([fee('none'), fee('student'), fee('poor-household')]).toEqual([[200_000], [100_000], [0]])
  const days = (livedElsewhere: boolean) => timeLimitOf(record, today, { answers: { livedElsewhere } }).amount
  expect([days(false), days(true)]).toEqual([10, 15])
})

test('a large promotion goes straight on, a small one is told that no notice is needed', () => {
  const notice = complete.find(({ code }) => code === '2.000033')!
  const asked = (answers: object) =>
    parseAnswers(notice.form, answers, lookups).places.some(({ path }) => path === 'notifyAnyway')
  expect(asked({ prizeTotal: 99_999_999, onlyMarketplace: false })).toBe(true)
  expect(asked({ prizeTotal: 100_000_000, onlyMarketplace: false })).toBe(false)
  expect(asked({ prizeTotal: 100_000_000, onlyMarketplace: true })).toBe(true)
})

test('a land transfer crosses three levels: commune counter, district branch, department of the province', () => {
  const land = complete.find(({ code }) => code === '2.000889')!
  const path = plannedPath(land.process, notStarted, { answers: { paper: 'new' } })
  expect(land.receivedAt).toEqual(['commune', 'district'])
  expect(path.map(({ step, by }) => [step, by.at.unit === 'agency' ? by.at.key : by.at.unit])).toEqual([
    ['receive', 'receiver'],
    ['check', 'owner'],
    ['duties', 'owner'],
    ['draft', 'STNMT.VPDKDD'],
    ['sign-new', 'STNMT'],
    ['issue', 'owner'],
    ['deliver', 'receiver'],
  ])
  expect(land.process.steps['check']?.by.at).toEqual({ unit: 'owner', division: 'VPDKDD' })
  expect(land.process.steps['check']?.consult[0]?.by.at).toEqual({
    unit: 'area',
    field: 'answers.parcel.commune',
    division: 'DCXD',
  })
})

test('no parent is born after the child, or as a child', () => {
  const { form } = complete.find(({ code }) => code === '1.001193')!
  const born = (mother: string) =>
    placesIn(
      form,
      { childBirthDate: '2026-11-01', parents: 'mother', mother: { birthDate: mother } },
      'mother.birthDate',
    )
  expect([born('2025-05-01'), born('2025'), born('2026-11-02')]).toEqual([1, 1, 1])
  expect([born('1999-05-01'), born('1999')]).toEqual([0, 0])
})

test('a household business is told of a code that is none and of a capital below what its members give', () => {
  const { form } = complete.find(({ code }) => code === '1.001612')!
  const answers = { ownership: 'group', members: [{ share: 300_000_000 }, { share: 200_000_000 }] }
  const capital = (given: number) => placesIn(form, { ...answers, capital: given }, 'capital')
  expect([capital(499_999_999), capital(500_000_000)]).toEqual([1, 0])
  const line = (code: string) => placesIn(form, { lines: [{ line: 'Bán phở', code }] }, 'lines.0.code')
  expect([line('56ab'), line('5610'), line('')]).toEqual([1, 0, 0])
})
