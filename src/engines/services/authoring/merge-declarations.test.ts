import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '#values/layers.ts'
import { chessClub } from '../samples.ts'
import { editDeclaration, readAt, type Edit } from './edit-declaration.ts'
import { mergeDeclarations, positionsOf } from './merge-declarations.ts'

const base = JSON.parse(JSON.stringify(chessClub())) as Json
const with_ = (...edits: Edit[]): Json => editDeclaration(base, edits) as Json
const set = (path: string, value: Json): Edit => ({ do: 'set', path, value })
const field = 'form.pages.0.fields'

it('takes what each side alone changed', () => {
  const ours = with_(set(`${field}.0.label.vi`, 'Tên câu lạc bộ'), { do: 'add', path: 'papers', value: { id: 'deed' } })
  const theirs = with_(set('process.steps.look.hours', 12), {
    do: 'add',
    path: field,
    value: { id: 'size', type: 'number' },
  })
  const { declaration, conflicts } = mergeDeclarations(base, ours, theirs)
  expect(conflicts).toEqual([])
  expect(readAt(declaration, `${field}.0.label.vi`)).toBe('Tên câu lạc bộ')
  expect(readAt(declaration, 'process.steps.look.hours')).toBe(12)
  expect((readAt(declaration, field) as { id: string }[]).map(({ id }) => id)).toEqual([
    'name',
    'where',
    'isLarge',
    'size',
  ])
  expect((readAt(declaration, 'papers') as { id: string }[]).map(({ id }) => id)).toEqual(['plan', 'deed'])
})

it('keeps ours where both changed one place, and tells it by the ids of its elements', () => {
  const ours = with_(set(`${field}.1.label.vi`, 'Nơi chơi'))
  const theirs = with_(set(`${field}.1.label.vi`, 'Địa điểm'), { do: 'move', path: `${field}.1`, by: -1 })
  const { declaration, conflicts } = mergeDeclarations(base, ours, theirs)
  expect(conflicts).toEqual([{ path: 'form.pages.club.fields.where.label.vi', ours: 'Nơi chơi', theirs: 'Địa điểm' }])
  expect(positionsOf(declaration, conflicts[0]!.path)).toBe(`${field}.1.label.vi`)
})

it('asks when one side took away what the other changed, and follows both when both took it away', () => {
  const gone = with_({ do: 'remove', path: `${field}.2` })
  const changed = with_(set(`${field}.2.label.vi`, 'Rộng không'))
  const { conflicts } = mergeDeclarations(base, gone, changed)
  expect(conflicts).toMatchObject([{ path: 'form.pages.club.fields.isLarge', ours: undefined }])
  expect(mergeDeclarations(base, gone, gone)).toEqual({ declaration: gone, conflicts: [] })
  expect(positionsOf(gone, 'form.pages.club.fields.isLarge')).toBeUndefined()
})

it('is theirs where we changed nothing and ours where they did not, whatever was changed', () => {
  const change = fc.constantFrom(
    set('name.vi', 'Khác'),
    set('timeLimits', [{ amount: 9, unit: 'working-day' }]),
    set('process.steps.sign.hours', 40),
    { do: 'remove', path: `${field}.0` } as Edit,
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3 }), (edits) => {
      const changed = editDeclaration(base, [...new Set(edits)]) as Json
      expect(mergeDeclarations(base, base, changed)).toEqual({ declaration: changed, conflicts: [] })
      expect(mergeDeclarations(base, changed, base)).toEqual({ declaration: changed, conflicts: [] })
    }),
  )
})

const limits = 'timeLimits'
const withLimits = (...rows: Json[]): Json => with_(set(limits, rows))
const days = (amount: number, more: object = {}): Json => ({ amount, unit: 'working-day', ...more })
const large = { field: 'answers.isLarge', is: true }

it('takes limits, fees and blocks one by one where neither side added or took one away', () => {
  const [was, ours, theirs] = [
    withLimits(days(5), days(9, { when: large })),
    withLimits(days(4), days(9, { when: large })),
    withLimits(days(5), days(7, { when: large })),
  ]
  const { declaration, conflicts } = mergeDeclarations(was, ours, theirs)
  expect(conflicts).toEqual([])
  expect(readAt(declaration, limits)).toEqual([days(4), days(7, { when: large })])
  const both = mergeDeclarations(was, ours, withLimits(days(3), days(9, { when: large })))
  expect(both.conflicts).toEqual([{ path: 'timeLimits.0', ours: days(4), theirs: days(3) }])
  expect(positionsOf(both.declaration, 'timeLimits.0')).toBe('timeLimits.0')
  // Whoever put the rows in another order did not change the row that stood there.
  const turned = mergeDeclarations(
    was,
    withLimits(days(9, { when: large }), days(5)),
    withLimits(days(5, { note: { vi: 'a', en: 'a' } }), days(9, { when: large })),
  )
  expect(turned.conflicts.map(({ path }) => path)).toEqual(['timeLimits.0'])
})

it('never makes one condition of two', () => {
  const when = (field: string, is: boolean | string): Json => with_(set('papers.0.when', { field, is }))
  const { declaration, conflicts } = mergeDeclarations(
    when('isLarge', true),
    when('isQuiet', true),
    when('isLarge', false),
  )
  expect(conflicts).toEqual([
    { path: 'papers.plan.when', ours: { field: 'isQuiet', is: true }, theirs: { field: 'isLarge', is: false } },
  ])
  expect(readAt(declaration, 'papers.0.when')).toEqual({ field: 'isQuiet', is: true })
})
