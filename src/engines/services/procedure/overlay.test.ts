import { describe, expect, test } from 'vitest'
import { comingProcedures, defineComing, defineOverlay, layProcedures } from './overlay.ts'
import { chessClub } from '../samples.ts'

const overlay = (change: object) =>
  defineOverlay({
    id: 'town',
    title: { vi: 'Thị trấn', en: 'Town' },
    procedures: [{ code: '1.000001', ...change }],
  })
const laid = (change: object) => layProcedures([chessClub()], overlay(change))[0]

test('an overlay changes what it names of the procedures it names', () => {
  const other = { ...chessClub(), code: '1.000002' }
  const [club, same] = layProcedures([chessClub(), other], overlay({ notice: { vi: 'Minh họa', en: 'Sample' } }))
  expect(club).toEqual({ ...chessClub(), notice: { vi: 'Minh họa', en: 'Sample' } })
  expect(same).toBe(other)
})

test('an end that the law gave is taken away by null', () => {
  const ended = { ...chessClub(), effective: { to: '2025-03-01' as never } }
  expect(layProcedures([ended], overlay({ effective: { to: null } }))[0]?.effective).toEqual({})
})

test('papers are known by their id, so that one can be changed alone', () => {
  expect(laid({ papers: [{ id: 'plan', maxFiles: 9 }] })?.papers).toMatchObject([
    { id: 'plan', maxFiles: 9, name: { en: 'Plan' } },
  ])
})

test('an overlay on a procedure that is not there is refused by code', () => {
  expect(() => layProcedures([], overlay({}))).toThrow('overlay town: no procedure 1.000001')
})

test('an overlay that makes no procedure is refused with its place', () => {
  expect(() => laid({ onlineLevel: [{ level: 9 }] })).toThrow(
    /overlay town, procedure 1\.000001:[^]*onlineLevel\[0\]\.level/,
  )
  expect(() => laid({ name: null })).toThrow(/name/)
})

describe('what changes on a day ahead', () => {
  const on = (from: string, change: object) =>
    defineComing({
      id: 'law',
      title: { vi: 'Luật', en: 'Law' },
      from,
      procedures: [{ code: '1.000001', ...change }],
    })
  const result = { vi: 'Giấy mới', en: 'New paper' }

  test('is a version of its own from that day, of what it names alone', () => {
    const other = { ...chessClub(), code: '1.000002' }
    expect(comingProcedures([chessClub(), other], [on('2027-03-01', { result })])).toEqual([
      { ...chessClub(), result, effective: { from: '2027-03-01' } },
    ])
  })

  test('is laid over what an earlier day changed', () => {
    const notice = { vi: 'Lưu ý', en: 'Notice' }
    const coming = comingProcedures([chessClub()], [on('2027-03-01', { result }), on('2028-01-01', { notice })])
    expect(coming.map(({ effective }) => effective.from)).toEqual(['2027-03-01', '2028-01-01'])
    expect(coming[1]).toMatchObject({ result, notice })
  })
})
