import { describe, expect, test } from 'vitest'
import { changedPaths, fieldAt, partsOfField } from './paths.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'

describe('a path', () => {
  test.each([
    [licenceForm, 'licenceNumber', 'Số giấy phép'],
    [licenceForm, 'applicant', 'Người nộp hồ sơ'],
    [licenceForm, 'applicant.residence.commune', 'Người nộp hồ sơ – Nơi thường trú – Xã, phường, thị trấn'],
    [clubForm, 'players.0.name', 'Người chơi 1 – Tên'],
    [clubForm, 'players.1', 'Người chơi 2'],
    [clubForm, 'items.2.price', 'Dòng 3 – Giá một hộp'],
  ])('of %# names %s as %s', (form, path, label) => {
    expect(fieldAt(form, path)?.label.vi).toBe(label)
  })

  test.each(['', 'nothing', 'licenceNumber.x', 'applicant.__proto__', 'applicant.0.fullName', '__proto__'])(
    '%j leads nowhere',
    (path) => {
      expect(fieldAt(licenceForm, path)).toBeUndefined()
    },
  )

  test('tells the page on which it is asked', () => {
    expect(fieldAt(clubForm, 'items.0.price')?.page.id).toBe('order')
  })
})

test('changed paths lead to single answers', () => {
  const before = {
    a: 1,
    person: { name: 'An', home: { commune: '1' } },
    rows: [{ x: 1 }, { x: 2 }],
    many: ['a', 'b'],
    gone: 'x',
  }
  const after = {
    a: 1,
    person: { name: 'An', home: { commune: '2' } },
    rows: [{ x: 1 }, { x: 3 }, { x: 4 }],
    many: ['a'],
    come: { y: 1 },
  }
  expect(changedPaths(before, after)).toEqual(['person.home.commune', 'rows.1.x', 'rows.2.x', 'many', 'gone', 'come.y'])
})

test('a field is made of parts, columns or nothing', () => {
  const [players] = clubForm.pages[0]!.fields
  const [applicant] = licenceForm.pages[0]!.fields
  const [reason] = licenceForm.pages[1]!.fields
  expect(partsOfField(players!).map(({ id }) => id)).toEqual(['name', 'bornOn', 'age', 'guardian'])
  expect(partsOfField(applicant!)[0]?.id).toBe('fullName')
  expect(partsOfField(reason!)).toEqual([])
})
