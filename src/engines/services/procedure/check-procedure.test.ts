import { expect, test } from 'vitest'
import type { Condition } from '#values/condition.ts'
import { civil } from '#values/plain-date.ts'
import { checkProcedure } from './check-procedure.ts'
import { chessClub, chessLists, chessOrganization, chessRoles } from '../samples.ts'
import type { Procedure } from './procedure-shape.ts'

const declared = { organization: chessOrganization, roles: chessRoles, codeLists: chessLists }
const found = (procedure: Procedure, on?: string) =>
  checkProcedure(procedure, declared, on === undefined ? undefined : civil(on)).map(
    ({ path, words }) => `${path}: ${words.en}`,
  )
const step = (look: object, more: object = {}) => {
  const { process } = chessClub()
  return chessClub({
    process: { ...process!, steps: { ...process!.steps, look: { ...process!.steps['look']!, ...look }, ...more } },
  })
}

test('a sound procedure has nothing wrong, nor has one that is described only', () => {
  expect(found(chessClub())).toEqual([])
  const { form: _form, process: _process, ...described } = chessClub()
  expect(found({ ...described, results: [] })).toEqual([])
})

test('a fault in the form is told with its place, and not again by all that looks at the form', () => {
  const { form } = chessClub()
  const broken = { ...form!, pages: [{ ...form!.pages[0]!, when: { field: 'names', is: 'x' } }] }
  expect(found(chessClub({ form: broken }))).toEqual(['form.pages.0.when: There is no question names.'])
})

test('papers, fees, limits and branches look at questions and options that are there', () => {
  const wrong = { field: 'answers.size', atLeast: 3 }
  expect(
    found(chessClub({ papers: [{ id: 'plan', name: { vi: 'Sơ đồ', en: 'Plan' }, when: { field: 'x', is: 1 } }] }))[0],
  ).toMatch(/^papers\.0\.when: There is no question x/)
  expect(found(chessClub({ fees: [{ amount: 1 }, { amount: 2, when: wrong }] }))).toEqual([
    'fees.1.when: There is no question size.',
  ])
  expect(
    found(
      chessClub({
        timeLimits: [
          { amount: 2, unit: 'working-day' },
          { amount: 2, unit: 'working-day', when: wrong },
        ],
      }),
    ),
  ).toEqual(['timeLimits.1.when: There is no question size.'])
  const [result, ...others] = chessClub().results
  const line = { label: 'Cỡ', value: '{code}', when: wrong }
  expect(found(chessClub({ results: [{ ...result!, blocks: [{ fields: [line] }] }, ...others] }))).toEqual([
    'results.0.blocks.0.fields.0.when: There is no question size.',
  ])
  const branch = { when: [{ if: { field: 'answers.isLarge', is: 'yes' }, to: 'sign' }], otherwise: 'sign' }
  expect(found(step({ next: branch }))).toEqual([
    'process.steps.look.next.when.0.if: isLarge is of type yes-no; here true or false is needed.',
  ])
  const unknown = { when: [{ if: { field: 'mood', is: 'good' }, to: 'sign' }], otherwise: 'sign' }
  expect(found(step({ next: unknown }))[0]).toContain('no fact "mood"; there are answers.…, proposal, channel, place')
})

test('steps that take longer than the limit are told, case by case', () => {
  expect(found(step({ hours: 9 }))).toEqual([
    'timeLimits.0: the steps take 17 hours, the limit gives 16 working hours; take less, or branch by the very condition of the limit',
  ])
  const large = { field: 'answers.isLarge', is: true }
  const branched = step(
    { next: { when: [{ if: large, to: 'measure' }], otherwise: 'sign' } },
    { measure: { kind: 'work', hours: 8, back: [], may: [], consult: [], next: 'sign', by: 'specialist' } },
  )
  const withLimits = (more: Procedure['timeLimits']) => ({ ...branched, timeLimits: [...branched.timeLimits, ...more] })
  expect(found(withLimits([{ amount: 3, unit: 'working-day', when: large }]))).toEqual([])
  expect(found(withLimits([{ amount: 20, unit: 'working-hour', when: large }]))[0]).toMatch(
    /^timeLimits\.1: the steps take 24 hours/,
  )
  // Without the special limit the long way belongs to the ordinary case.
  expect(found(branched)[0]).toMatch(/^timeLimits\.0: the steps take 24 hours/)
})

test('calendar days hold at least five working days in seven', () => {
  expect(found({ ...chessClub(), timeLimits: [{ amount: 3, unit: 'calendar-day' }] })).toEqual([])
  expect(found({ ...chessClub(), timeLimits: [{ amount: 2, unit: 'calendar-day' }] })).toHaveLength(1)
})

test('a row that can never count is told, and a case without an ordinary limit', () => {
  const twice: Procedure['timeLimits'] = [
    { amount: 2, unit: 'working-day' },
    { amount: 3, unit: 'working-day' },
  ]
  expect(found({ ...chessClub(), timeLimits: twice })[0]).toMatch(/^timeLimits\.1: this row has no condition/)
  const dated: Procedure['timeLimits'] = [{ amount: 2, unit: 'working-day', to: civil('2021-01-01') }]
  expect(found({ ...chessClub(), timeLimits: dated }, '2020-11-24')).toEqual([])
  expect(found({ ...chessClub(), timeLimits: dated }, '2021-01-01')).toEqual([
    'timeLimits: no limit for the ordinary case',
  ])
  expect(found(chessClub({ fees: [{ amount: 1 }, { amount: 2 }] }))[0]).toMatch(/^fees\.1: this row has no condition/)
})

test('a function that nobody has and a unit that is not there are told, with where it was looked for', () => {
  expect(found(step({ by: 'juggler' }))[0]).toMatch(/^process\.steps\.look\.by\.function: no function "juggler"/)
  expect(found(step({ by: { at: { unit: 'agency', key: 'CIRCUS' } } }))).toEqual([
    'process.steps.look.by.at: no CIRCUS when filed in 2 places, such as Castle; check the codes of the organisation',
  ])
  expect(found(step({ by: { at: { unit: 'owner', division: 'ROOK' } } }))).toEqual([
    'process.steps.look.by.at.division: no peoples-committee town: ROOK when filed in 1 places, such as Castle; check the codes of the organisation',
  ])
  expect(found(step({ by: { at: { unit: 'above', tier: 'village' } } }))[0]).toContain('no village')
  expect(found(chessClub({ owner: { agency: 'CIRCUS' } }))[0]).toMatch(/^owner: no CIRCUS/)
  expect(found(chessClub({ receivedAt: ['village'] }))[0]).toMatch(/^receivedAt: no one-stop \(village\)/)
})

test('a registry that serves a town without being part of it is found, and a place that is answered', () => {
  expect(found(step({ by: { at: { unit: 'owner', division: 'REGISTRY' } } }))).toEqual([])
  expect(found(step({ by: { at: { unit: 'area', field: 'answers.where', division: 'HALL' } } }))).toEqual([])
  expect(found(step({ by: { at: { unit: 'area', field: 'answers.name' } } }))[0]).toContain('no answers.name')
})

test('a placeholder that nothing fills is told, and a paper that is missing or empty', () => {
  const [granted, refused] = chessClub().results as [Procedure['results'][0], Procedure['results'][0]]
  const saying = (paragraph: string) =>
    found({ ...chessClub(), results: [{ ...granted, blocks: [{ paragraph }] }, refused] })
  expect(saying('{unit} {code} {answers.name}')).toEqual([])
  expect(saying('{answers.nam}')[0]).toMatch(/^results\.0\.blocks\.0: nothing can be put in place of \{answers\.nam\}/)
  expect(saying('{cause}')).toHaveLength(1)
  expect(found({ ...chessClub(), results: [granted] })[0]).toMatch(/^results: a step may refuse/)
  expect(found({ ...chessClub(), results: [{ ...granted, blocks: [] }, refused] })[0]).toMatch(
    /^results\.0\.blocks: the paper says nothing/,
  )
  expect(found({ ...chessClub(), results: [granted, { ...refused, id: 'granted' }] })[0]).toMatch(/^results\.1\.id/)
  const cases = (when?: Condition) => [{ ...granted, when }, { ...granted, id: 'other', when }, refused]
  expect(found({ ...chessClub(), results: cases() })[0]).toMatch(/^results\.0\.when: several papers have this outcome/)
  expect(found({ ...chessClub(), results: cases({ field: 'channel', is: 'online' }) })).toEqual([])
  expect(found({ ...chessClub(), results: cases({ field: 'answers.nam', is: 'x' }) })[0]).toMatch(/^results\.0\.when/)
})

test('co-applicants answer pages that are there, each named once, in a case that the form tells', () => {
  const together = { called: { vi: 'Người cùng chơi', en: 'The other player' }, most: 2 }
  expect(
    found(chessClub({ coApplicants: { ...together, pages: ['club'], when: { field: 'isLarge', is: true } } })),
  ).toEqual([])
  expect(found(chessClub({ coApplicants: { ...together, pages: ['board', 'club', 'club'] } }))).toEqual([
    'coApplicants.pages.0: the form has no page board',
    'coApplicants.pages.2: the page club is named above',
  ])
  expect(found(chessClub({ coApplicants: { ...together, when: { field: 'size', is: 1 } } }))).toEqual([
    'coApplicants.when: There is no question size.',
  ])
})

test('a message names only what its event knows, goes without marks where it says so, and is said once', () => {
  const message = { event: 'dossier.ready' as const, plain: 'Ho so {code}', accented: 'Hồ sơ {code}' }
  expect(found(chessClub({ messages: [message] }))).toEqual([])
  const wrong = {
    ...message,
    plain: 'Hồ sơ {code}',
    accented: 'Hồ sơ của {name}',
    line: { vi: 'Hạn {due}', en: 'Dossier {code}' },
  }
  expect(found(chessClub({ messages: [message, wrong] }))).toEqual([
    'messages.1.event: there is a message for this above',
    'messages.1.accented: There is no {name} here; there are {code}, {site}.',
    'messages.1.plain: Has letters with marks or odd signs: ồ ơ.',
    'messages.1.line.vi: There is no {due} here; there are {code}, {site}.',
  ])
})
