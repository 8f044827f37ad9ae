import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { parseFields } from '../../parse-answers.ts'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import type { CommuneField } from './commune.ts'

const field: CommuneField = { ...named, type: 'commune' }

test.each<[unknown, string]>([
  ['07375', '07375'],
  ['Xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang', '07375'],
  ['nghia hung', '07375'],
  ['xa nghia hoa, lang giang', '07378'],
  ['bảo sơn, lục nam', '07462'],
  [7375, '07375'],
])('a commune reads %j', (typed, value) => {
  expect(ask(field, typed)).toEqual({ value, says: [] })
})

test.each([
  [
    'Bảo Sơn',
    'Có 2 nơi tên gần giống: Xã Bảo Sơn, huyện Lục Nam, tỉnh Bắc Giang; Xã Bảo Sơn, huyện Khác, tỉnh Khác. Ghi thêm tên huyện, tỉnh.',
  ],
  ['Không Đâu', 'Không thấy xã, phường nào tên như vậy vào ngày này. Xem lại tên, hoặc chọn trong danh sách.'],
  ['99999', 'Không thấy xã, phường nào tên như vậy vào ngày này. Xem lại tên, hoặc chọn trong danh sách.'],
])('a commune says what is wrong with %s', (typed, says) => {
  expect(ask(field, typed)).toEqual({ value: typed, says: [`it: ${says}`] })
})

test('the communes are those of the date that the field names', () => {
  const fields = [
    { ...named, id: 'bornOn', type: 'date' as const },
    { ...field, id: 'bornIn', asOf: 'bornOn' },
  ]
  const says = (bornOn: string, bornIn: string) => parseFields(fields, { bornOn, bornIn }, sampleLookups).places.length
  expect(says('1/6/2025', 'nghia hung')).toBe(0)
  expect(says('1/7/2025', 'nghia hung')).toBe(1)
  expect(says('1/7/2025', 'xã Kép')).toBe(0)
})

test('a code is shown by the name it had on the day of the answers', () => {
  const shownOn = (today: string) => showField(field, '07375', showing('vi', { ...sampleLookups, today: civil(today) }))
  expect(shownOn('2020-11-24')).toEqual(['Xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang'])
  expect(shownOn('2025-07-01')).toEqual(['Xã Kép, tỉnh Bắc Ninh'])
})

test('where no communes are known only the shape of the code is tested', () => {
  const lookups = { ...sampleLookups, communes: undefined }
  expect(ask(field, '99999', lookups).says).toEqual([])
  expect(ask(field, 'nghia hung', lookups).says).toHaveLength(1)
})
