import { describe, expect, test } from 'vitest'
import type { Condition } from '#values/condition.ts'
import type { Field } from '../field-types/index.ts'
import type { Form } from '../form.ts'
import { named } from '../samples/ask.ts'
import { clubForm } from '../samples/club.ts'
import { everyType } from '../samples/every-type.ts'
import { licenceForm } from '../samples/licence.ts'
import { sampleLookups } from '../samples/lists.ts'
import { checkCondition, checkForm } from './check-form.ts'

const form = (...fields: unknown[]): unknown => ({ id: 'x', pages: [{ id: 'x', title: named.label, fields }] })
const says = (declared: unknown) =>
  checkForm(declared, sampleLookups.codeLists).map(({ path, message }) => `${path}: ${message.en}`)
const reason = {
  ...named,
  id: 'reason',
  type: 'choice',
  options: [
    { value: 'lost', label: named.label },
    { value: 'old', label: named.label },
  ],
}
const text = (id: string, more: object = {}) => ({ ...named, id, type: 'text', ...more })

test.each([licenceForm, clubForm, everyType])(
  'a sound form is not complained of, and is the same after JSON',
  (sound: Form) => {
    expect(says(sound)).toEqual([])
    expect(JSON.parse(JSON.stringify(sound))).toEqual(sound)
  },
)

describe('a condition', () => {
  const on = (when: Condition, ...more: object[]) => says(form(reason, ...more, text('it', { when })))

  test.each<[Condition, string]>([
    [{ field: 'reson', is: 'lost' }, 'There is no question reson. Did you mean reason?'],
    [{ field: 'reason', is: 'lots' }, 'reason has no option lots. Its options: lost, old.'],
    [{ not: { any: [{ field: 'reason', in: ['lost', 'new'] }] } }, 'reason has no option new. Its options: lost, old.'],
    [{ field: 'reason', atLeast: 3 }, 'reason is of type choice; here a number, money or date is needed.'],
    [{ field: 'constructor', given: true }, 'There is no question constructor.'],
  ])('%j is explained', (when, message) => {
    expect(on(when)).toEqual([`pages.0.fields.1.when: ${message}`])
  })

  test('knows the parts of a person, and that rows are many', () => {
    const person = { ...named, id: 'who', type: 'person', parts: { sex: 'required', birthDate: 'required' } }
    const group = { ...named, id: 'rows', type: 'group', itemName: named.label, fields: [text('name')] }
    expect(on({ field: 'who.sex', is: 'male' }, person)).toEqual([])
    expect(on({ field: 'who.sex', is: 'nam' }, person)[0]).toContain('who.sex has no option nam')
    expect(on({ field: 'who.birthDate', below: '2000-01-01' }, person)).toEqual([])
    expect(on({ field: 'who', is: 'x' }, person)[0]).toContain('a single answer')
    expect(on({ field: 'rows.name', is: 'x' }, group)[0]).toContain('is there in many rows')
  })

  test('may look at earlier questions only', () => {
    expect(says(form(text('it', { when: { field: 'reason', is: 'lost' } }), reason))).toEqual([
      'pages.0.fields.0.when: The question reason comes after this one. Only earlier answers can be looked at; move reason up.',
    ])
    expect(says(form(text('it', { when: { field: 'it', given: true } })))).toHaveLength(1)
  })

  test('compares an answer with its own kind', () => {
    const yes = { ...named, id: 'yes', type: 'yes-no' }
    expect(on({ field: 'yes', is: 'yes' }, yes)).toEqual([
      'pages.0.fields.2.when: yes is of type yes-no; here true or false is needed.',
    ])
    expect(on({ field: 'yes', is: true }, yes)).toEqual([])
  })
})

test('a year is declared as a date, so that it is not written with a dot for thousands', () => {
  const number = { ...named, id: 'it', type: 'number' }
  expect(says(form({ ...number, min: 1990, max: 2100 }))).toEqual([
    'pages.0.fields.0.type: This is a year; as a number it would be written 2.020. Use the type date with precision year.',
  ])
  expect(says(form({ ...number, min: 1990, max: 60_000 }))).toEqual([])
  expect(says(form({ ...number, min: 1990, max: 2100, unit: { vi: 'm²', en: 'm²' } }))).toEqual([])
})

const listed = (from: object) => ({
  ...named,
  id: 'rate',
  type: 'computed',
  result: 'number',
  formula: { listed: from },
})

describe('a declaration', () => {
  test.each<[string, unknown, string]>([
    ['uses an id twice', form(text('a'), text('a')), 'pages.0.fields.1.id: The id a is used above already'],
    [
      'has an empty page',
      { id: 'x', pages: [{ id: 'p', title: named.label, fields: [] }] },
      'pages.0.fields: Page p has no question',
    ],
    ['has no page', { id: 'x', pages: [] }, 'pages: The form has no page'],
    [
      'fills in from nowhere',
      form(text('a', { prefill: 'person.fulName' })),
      'There is no person.fulName'.replace('There is no', "The applicant's profile has no"),
    ],
    [
      'fills a date into a text',
      form(text('a', { prefill: 'person.birthDate' })),
      'person.birthDate does not fit the type text',
    ],
    ['has options and a list', form({ ...reason, codeList: 'sex' }), 'exactly one of them'],
    ['has neither', form({ ...named, type: 'choice' }), 'exactly one of them'],
    [
      'names an unknown list',
      form({ ...named, type: 'choice', codeList: 'sexes' }),
      'There is no code list sexes. Did you mean sex?',
    ],
    [
      'has an option twice',
      form({ ...reason, options: [reason.options[0], reason.options[0]] }),
      'The id lost is used above',
    ],
    ['turns bounds around', form({ ...named, type: 'number', min: 5, max: 1 }), 'The least, 5, is above the most, 1'],
    ['asks no part', form({ ...named, type: 'person', parts: {} }), 'No part is asked'],
    [
      'bounds a date by a text',
      form(text('a'), { ...named, id: 'd', type: 'date', notBefore: { field: 'a' } }),
      'a is of type text; here a date is needed',
    ],
    [
      'sums a text',
      form(text('a'), { ...named, type: 'computed', result: 'number', formula: { sum: ['a'] } }),
      'a is of type text; here a number is needed',
    ],
    [
      'counts a text',
      form(text('a'), { ...named, type: 'computed', result: 'number', formula: { count: 'a' } }),
      'a is of type text; here a group',
    ],
    [
      'takes a number from no list',
      form(listed({ list: 'sexes', code: 'male' })),
      'There is no code list sexes. Did you mean sex?',
    ],
    [
      'takes a number from a list without',
      form(listed({ list: 'sex', code: 'male' })),
      'but has no value for: male, female',
    ],
    ['lets a text choose a number', form(text('a'), listed({ list: 'sex', chosen: 'a' })), 'here a choice of one'],
    [
      'fills in rows',
      form({ ...named, type: 'table', columns: [text('a', { prefill: 'person.fullName' })] }),
      'Nothing is filled in beforehand in a group',
    ],
    ['has an id that objects have', form(text('constructor')), 'this id is reserved'],
    ['has an id with a dash', form(text('a-b')), 'an id is camelCase'],
    ['has a word too many', form(text('a', { required: true })), 'There is no required here'],
    ['lacks English', form({ ...named, type: 'text', label: { vi: 'Câu' } }), 'Not a valid declaration'],
    ['has a function', form(text('a', { when: () => true })), 'Not a valid declaration'],
    ['is nothing', null, 'Not a valid declaration'],
  ])('that %s is told', (_name, declared, message) => {
    expect(says(declared).join('\n')).toContain(message)
  })

  test('in a row may look at its own row, then outside', () => {
    const inRow = (when: Condition): Field => ({
      ...named,
      id: 'rows',
      type: 'group',
      itemName: named.label,
      fields: [text('name') as Field & { type: 'text' }, { ...named, id: 'more', type: 'text', when }],
    })
    expect(says(form(reason, inRow({ field: 'name', given: true })))).toEqual([])
    expect(says(form(reason, inRow({ field: 'reason', is: 'lost' })))).toEqual([])
    expect(says(form(reason, inRow({ field: 'nam', given: true })))).toEqual([
      'pages.0.fields.1.fields.1.when: There is no question nam. Did you mean name?',
    ])
  })

  test('without code lists at hand is checked as far as it goes', () => {
    expect(checkForm(form({ ...named, type: 'choice', codeList: 'anything' }))).toEqual([])
  })
})

test('a condition outside the form, such as that of a fee, may look at every question', () => {
  const wrong = (condition: Condition) =>
    checkCondition(condition, licenceForm, sampleLookups.codeLists).map(({ en }) => en)
  expect(wrong({ field: 'classes', is: 'A1' })).toEqual([])
  expect(wrong({ field: 'clases', is: 'A1' })).toEqual(['There is no question clases. Did you mean classes?'])
})
