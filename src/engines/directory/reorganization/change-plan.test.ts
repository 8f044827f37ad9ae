import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { addChange, withoutChange } from './change-plan.ts'
import { ReorganizationPlan } from './plan.ts'

const nothing = ReorganizationPlan.parse({ title: 'Sắp xếp', document: '1/NQ', effectiveOn: civil('2027-01-01') })
const town = { code: '07288', tier: 'commune', name: 'Xã Phồn Xương', parentCode: '215' }
const other = { code: '07234', tier: 'commune', name: 'Thị trấn Cầu Gồ', parentCode: '215' }
const office = { code: 'STTTT', kind: 'department', name: 'Sở Cũ', shortName: 'Sở Cũ', tier: 'province' } as const

test('communes become one that keeps its code and may be called otherwise; merged into itself nothing goes', () => {
  const plan = addChange(nothing, { kind: 'merge-areas', from: [other, town], into: town, name: 'Thị trấn Phồn Xương' })
  expect(plan.areas).toEqual([{ from: '07234', into: [{ area: '07288' }] }])
  expect(plan.openedAreas).toEqual([{ code: '07288', tier: 'commune', name: 'Thị trấn Phồn Xương', parent: '215' }])
})

test('what is said again of the same replaces what was said, and can be taken out again', () => {
  const merged = addChange(nothing, { kind: 'merge-areas', from: [other], into: town })
  const split = addChange(merged, { kind: 'split-area', from: other, into: [{ area: '07288', share: 1 }] })
  expect(split.areas).toEqual([{ from: '07234', into: [{ area: '07288', share: 1 }] }])
  expect(withoutChange(split, 'areas', '07234')).toEqual(nothing)
})

test('a unit that is renamed and moved keeps both, and no short name of before', () => {
  const renamed = addChange(nothing, { kind: 'rename-unit', unit: office, name: 'Sở Mới' })
  const moved = addChange(renamed, { kind: 'move-unit', unit: office, parent: 'UBND-TINH' })
  expect(moved.units).toEqual([{ ...office, name: 'Sở Mới', shortName: 'Sở Mới', parent: 'UBND-TINH' }])
})

test('units end and one takes over; a competence goes, and one of it can be taken back', () => {
  const closed = addChange(nothing, {
    kind: 'merge-units',
    from: ['STTTT', 'SKHCN'],
    into: { ...office, code: 'SKHCN' },
  })
  expect(closed.closed).toEqual([{ unit: 'STTTT', into: ['SKHCN'] }])
  const competence = { from: { tier: 'district' }, to: { tier: 'commune' } }
  const given = addChange(closed, { kind: 'transfer', competence })
  expect(given.competence).toEqual([competence])
  expect(withoutChange(given, 'competence', JSON.stringify(competence))).toEqual(closed)
})
