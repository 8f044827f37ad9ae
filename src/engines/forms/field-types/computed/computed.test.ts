import { describe, expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { codeListsOf } from '../../lookups.ts'
import { named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import { computed, type ComputedField } from './computed.ts'
import { ageOn, type Formula } from './formula.ts'

const facts = {
  a: 7,
  b: 0.1,
  c: 0.2,
  big: 8e15,
  from: '2020-11-24',
  to: '2020-12-01',
  born: '1968-08-14',
  bornYear: '1945',
  text: '5',
  items: [{ amount: 100, on: '2020-01-01' }, { amount: 250 }, { other: 1 }],
}
const result = (formula: Formula, more: Partial<ComputedField> = {}) =>
  computed.compute(
    { ...named, type: 'computed', result: 'number', formula, ...more },
    { lookups: sampleLookups, facts },
  )

describe('a computed value', () => {
  test.each<[string, Formula, Partial<ComputedField>, unknown]>([
    ['sums a column', { sum: ['items.amount'] }, {}, 350],
    ['sums several answers and takes what is there', { sum: ['a', 'missing', 3] }, {}, 10],
    ['is missing if nothing to sum is there', { sum: ['missing', 'items.missing'] }, {}, undefined],
    ['takes a difference', { difference: ['a', 10] }, {}, -3],
    ['needs both sides of a difference', { difference: ['a', 'missing'] }, {}, undefined],
    ['multiplies', { product: ['a', 'a', 2] }, {}, 98],
    ['counts rows', { count: 'items' }, {}, 3],
    ['counts none where there is no group', { count: 'missing' }, {}, 0],
    ['counts days between two dates', { days: { from: 'from', to: 'to' } }, {}, 7],
    ['counts both ends if told so', { days: { from: 'from', to: 'to', inclusive: true } }, {}, 8],
    ['tells an age on a date', { age: { birth: 'born', on: 'today' } }, {}, 52],
    [
      'takes the first of January where only the year of birth is known',
      { age: { birth: 'bornYear', on: 'today' } },
      {},
      75,
    ],
    ['adds days to a date', { plusDays: { date: 'to', days: 30 } }, { result: 'date' }, '2020-12-31'],
    ['has no noise of binary fractions', { sum: ['b', 'c'] }, { decimals: 2 }, 0.3],
    ['rounds half up to whole đồng', { product: ['b', 5] }, { result: 'money' }, 1],
    ['is missing if too large to be exact', { product: ['big', 10] }, {}, undefined],
    ['does not take text for a number', { sum: ['text'] }, {}, undefined],
    ['is no number if it is a date, and no date if it is a number', { count: 'items' }, { result: 'date' }, undefined],
    ['never follows what objects have by birth', { sum: ['constructor', 'items.__proto__'] }, {}, undefined],
  ])('%s', (_name, formula, more, expected) => {
    expect(result(formula, more)).toBe(expected)
  })

  test('is shown as its kind', () => {
    const field = (more: Partial<ComputedField>): ComputedField => ({
      ...named,
      type: 'computed',
      formula: { count: 'items' },
      result: 'number',
      ...more,
    })
    const show = (more: Partial<ComputedField>, value: unknown) =>
      showField(field(more), value, showing('en', sampleLookups))
    expect(show({ unit: { vi: 'ngày', en: 'days' } }, 7)).toEqual(['7\u00a0days'])
    expect(show({ result: 'money' }, 350)).toEqual(['350\u00a0₫'])
    expect(show({ result: 'date' }, '2020-12-31')).toEqual(['31/12/2020'])
  })
})

describe('a number of a code list', () => {
  const club = { code: 'club', label: named.label }
  const tariff = codeListsOf({
    name: 'courtFee',
    title: named.label,
    entries: [
      { ...club, value: 200, to: '2020-07-01' },
      { ...club, value: 250.5, from: '2020-07-01', to: '2021-07-01' },
      { code: 'guest', label: named.label, value: 400, from: '2021-01-01' },
    ],
  })
  const lookups = { ...sampleLookups, codeLists: tariff }
  const read = (formula: Formula) =>
    computed.compute(
      { ...named, type: 'computed', result: 'number', decimals: 1, formula },
      { lookups, facts: { who: 'club', nobody: 'ghost', playedOn: '2020-05-05', plays: 2 } },
    )

  test('is that of the day, or of a date that was answered', () => {
    expect(read({ listed: { list: 'courtFee', code: 'club' } })).toBe(250.5)
    expect(read({ listed: { list: 'courtFee', code: 'club', on: 'playedOn' } })).toBe(200)
  })

  test('is that of the option chosen', () => {
    expect(read({ listed: { list: 'courtFee', chosen: 'who' } })).toBe(250.5)
  })

  test('is missing where the list, the entry, its period or the answer is', () => {
    expect(read({ listed: { list: 'constructor', code: 'club' } })).toBeUndefined()
    expect(read({ listed: { list: 'courtFee', code: 'guest' } })).toBeUndefined()
    expect(read({ listed: { list: 'courtFee', chosen: 'nobody' } })).toBeUndefined()
    expect(read({ listed: { list: 'courtFee', chosen: 'missing' } })).toBeUndefined()
    expect(read({ listed: { list: 'courtFee', code: 'club', on: 'plays' } })).toBeUndefined()
  })
})

test.each([
  ['2000-02-29', '2021-02-28', 20],
  ['2000-02-29', '2021-03-01', 21],
  ['2004-11-24', '2020-11-24', 16],
  ['2004-11-25', '2020-11-24', 15],
])('born on %s one is on %s %i years old', (birth, on, age) => {
  expect(ageOn(civil(birth), civil(on))).toBe(age)
})
