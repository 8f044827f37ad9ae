import { expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { chessClub } from '../../samples.ts'
import { editDeclaration, readAt } from '../edit-declaration.ts'
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

it('gives conditions the values that their questions have', () => {
  const line = { 'when.join': 'all', 'when.0.field': 'answers.isLarge', 'when.0.op': 'is', 'when.0.value': 'true' }
  expect(readAt(typeInto('timeLimits.0', line, []), 'timeLimits.0.when')).toEqual({
    field: 'answers.isLarge',
    is: true,
  })
})

it('leaves a condition alone that says more than lines can, and the days of a law', () => {
  expect(readAt(typeInto('timeLimits.1', { amount: '4' }, ['amount', 'when']), 'timeLimits.1.when')).toBeDefined()
  const after = typeInto('', { legalBasis: '2/2020/NĐ-CP\n3/2021/NĐ-CP' }, ['legalBasis'])
  expect(readAt(after, 'legalBasis')).toEqual([{ law: '2/2020/NĐ-CP', to: '2021-01-01' }, '3/2021/NĐ-CP'])
})

it('makes a question one of another type whole', () => {
  const after = typeInto(field, { type: 'choice' }, ['type'])
  expect(readAt(after, field)).toEqual({ id: 'name', type: 'choice', label: { vi: 'Tên', en: 'Name' }, options: [] })
})

it('lets a step branch by case, before the first case is chosen', () => {
  const after = typeInto('process.steps.look', { 'next.kind': 'cases', 'next.to': 'sign' }, [])
  expect(readAt(after, 'process.steps.look.next')).toEqual({ when: [], otherwise: 'sign' })
})
