import { expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { chessClub } from '../../samples.ts'
import { editDeclaration, readAt } from '../edit-declaration.ts'
import { boundOf } from './date-bound.ts'
import { newElement, removalOf } from './new-element.ts'
import { casePress } from './next-typed.ts'
import { editsOf } from './read-controls.ts'

const club = chessClub({
  legalBasis: ['1/2019/NĐ-CP', { law: '2/2020/NĐ-CP', to: '2021-01-01' }],
  timeLimits: [
    { amount: 2, unit: 'working-day' },
    { amount: 3, unit: 'working-day', when: { not: { any: [{ field: 'proposal', is: 'refuse' }] } } },
  ],
}) as unknown as Json

/** What stands in the controls of an element when it is typed over with this. */
function typeInto(
  element: string,
  typed: Readonly<Record<string, string | readonly string[]>>,
  shown: readonly string[],
): Json {
  const all = { ...typed, ...Object.fromEntries(shown.map((path) => [`${path}:shown`, '1'])) }
  const values = (name: string) => [all[name] ?? []].flat()
  const edits = editsOf(club, element, { text: (name) => values(name).at(-1), all: values })
  return editDeclaration(club, edits) as Json
}

const field = 'form.pages.0.fields.0'

it('changes what was on the screen, and nothing that was not', () => {
  const after = typeInto(field, { 'label.vi': 'Tên đầy đủ', 'label.en': '', optional: 'yes' }, ['label', 'optional'])
  expect(readAt(after, field)).toEqual({
    id: 'name',
    type: 'text',
    label: { vi: 'Tên đầy đủ', en: 'Tên đầy đủ' },
    optional: true,
  })
})

it('keeps a number that cannot be read as it was typed, and reads one with points', () => {
  expect(readAt(typeInto('process.steps.look', { hours: 'tám' }, ['hours']), 'process.steps.look.hours')).toBe('tám')
  expect(readAt(typeInto('process.steps.look', { hours: '1.200' }, ['hours']), 'process.steps.look.hours')).toBe(1200)
})

it('keeps a decimal that looks like thousands', () => {
  const after = typeInto('process.steps.look', { hours: '0,125' }, ['hours'])
  expect(readAt(after, 'process.steps.look.hours')).toBe(0.125)
})

it('gives conditions the values that their questions have', () => {
  const line = { 'when.join': 'all', 'when.0.field': 'answers.isLarge', 'when.0.op': 'is', 'when.0.value': 'true' }
  expect(readAt(typeInto('timeLimits.0', line, ['when']), 'timeLimits.0.when')).toEqual({
    field: 'answers.isLarge',
    is: true,
  })
})

it('keeps the days of a law beside its number', () => {
  const typed = {
    'legalBasis.0.law': '2/2020/NĐ-CP',
    'legalBasis.0.to': '2021-01-01',
    'legalBasis.1.law': '3/2021/NĐ-CP',
    'legalBasis.2.law': '',
  }
  const after = typeInto('', typed, ['legalBasis'])
  expect(readAt(after, 'legalBasis')).toEqual([{ law: '2/2020/NĐ-CP', to: '2021-01-01' }, '3/2021/NĐ-CP'])
})

it('branches by a condition of several lines to several steps side by side, and tries cases in the order asked for', () => {
  const typed = {
    'next.kind': 'cases',
    'next.0.if.join': 'any',
    'next.0.if.0.field': 'answers.isLarge',
    'next.0.if.0.op': 'is',
    'next.0.if.0.value': 'true',
    'next.0.if.1.field': 'channel',
    'next.0.if.1.op': 'is',
    'next.0.if.1.value': 'online',
    'next.0.to': ['sign', 'look', ''],
    'next.1.if.join': 'all',
    'next.1.if.0.field': 'proposal',
    'next.1.if.0.op': 'is',
    'next.1.if.0.value': 'refuse',
    'next.1.to': ['sign'],
    'next.to': ['sign', ''],
  }
  const large = {
    if: {
      any: [
        { field: 'answers.isLarge', is: true },
        { field: 'channel', is: 'online' },
      ],
    },
    to: ['sign', 'look'],
  }
  const refused = { if: { field: 'proposal', is: 'refuse' }, to: 'sign' }
  const next = (pressed: string) =>
    readAt(typeInto('process.steps.look', { ...typed, do: pressed }, ['next']), 'process.steps.look.next')
  expect(next('save')).toEqual({ when: [large, refused], otherwise: 'sign' })
  expect(next(casePress('up', 'next.1'))).toEqual({ when: [refused, large], otherwise: 'sign' })
  expect(next(casePress('drop', 'next.0'))).toEqual({ when: [refused], otherwise: 'sign' })
})

it('works values out of answers and fixed numbers, and bounds dates by others', () => {
  const sum = {
    'formula.kind': 'product',
    'formula.0.field': 'copies',
    'formula.1.field': '',
    'formula.1.number': '2.000',
  }
  const computed = editDeclaration(club, [
    {
      do: 'set',
      path: field,
      value: { id: 'cost', type: 'computed', label: { vi: 'Phí', en: 'Cost' }, result: 'money' },
    },
  ]) as Json
  const typed = (one: Record<string, string>, path: string) =>
    editsOf(computed, field, {
      text: (name) => (name === `${path}:shown` ? '1' : one[name]),
      all: (name) => [one[name] ?? []].flat(),
    })
  expect(typed(sum, 'formula')).toEqual([{ do: 'set', path: `${field}.formula`, value: { product: ['copies', 2000] } }])
  expect(boundOf({ kind: 'field', date: '', field: 'from', days: '29' })).toEqual({ field: 'from', days: 29 })
  expect(boundOf({ kind: 'today', date: '', field: '', days: '-7' })).toEqual({ today: -7 })
})

it('takes what a member of a bundle is answered from a question, or always alike', () => {
  const member = { code: '1.2', answers: { area: 'shopArea', renews: { always: false } }, papers: {} }
  const bundle = editDeclaration(club, [{ do: 'set', path: 'bundle', value: [member] }]) as Json
  const typed: Record<string, string | string[]> = {
    'answers:shown': '1',
    'answers.asked': ['area', 'workers', 'isNew'],
    'answers.area': '',
    'answers.workers': '=',
    'answers.workers.type': 'number',
    'answers.workers.always': '2',
    'answers.isNew': '=true',
    'answers.isNew.type': 'yes-no',
  }
  const values = (name: string) => [typed[name] ?? []].flat()
  const edits = editsOf(bundle, 'bundle.0', { text: (name) => values(name).at(-1), all: values })
  expect(readAt(editDeclaration(bundle, edits), 'bundle.0.answers')).toEqual({
    renews: { always: false },
    workers: { always: 2 },
    isNew: { always: true },
  })
})

it('makes a question one of another type whole', () => {
  const after = typeInto(field, { type: 'choice' }, ['type'])
  expect(readAt(after, field)).toEqual({ id: 'name', type: 'choice', label: { vi: 'Tên', en: 'Name' }, options: [] })
})

it('lets a step branch by case, before the first case is chosen', () => {
  const after = typeInto('process.steps.look', { 'next.kind': 'cases', 'next.to': 'sign' }, ['next'])
  expect(readAt(after, 'process.steps.look.next')).toEqual({ when: [], otherwise: 'sign' })
})

it('makes a bundle of a procedure and none of it again', () => {
  const bundle = editDeclaration(club, [newElement(club, 'bundle')!.edit]) as Json
  expect(readAt(bundle, 'bundle')).toEqual([{ code: '', answers: {}, papers: {} }])
  const both = editDeclaration(bundle, [newElement(bundle, 'bundle')!.edit]) as Json
  expect(editDeclaration(both, [removalOf(both, 'bundle.1')])).toEqual(bundle)
  expect(editDeclaration(bundle, [removalOf(bundle, 'bundle.0')])).toEqual(club)
})
