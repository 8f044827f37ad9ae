import { expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { parseFields } from '../../parse-answers.ts'
import { showField, showing } from '../../show-field.ts'
import type { MoneyField } from './money.ts'

const price: MoneyField = { ...named, type: 'money', max: 1_000_000_000 }

test.each<[unknown, number]>([
  ['135.000', 135_000],
  ['135 000 đ', 135_000],
  ['135.000 ₫', 135_000],
  ['135,000 VND', 135_000],
  ['135000 đồng', 135_000],
  [135_000, 135_000],
  ['0', 0],
])('money reads %j as %d', (typed, value) => {
  expect(ask(price, typed)).toEqual({ value, says: [] })
})

test.each<[unknown, string]>([
  ['1,5 triệu', 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'],
  ['1,5', 'Chỉ nhận số nguyên, không có phần lẻ.'],
  ['-1', 'Phải từ 0\u00a0₫ trở lên.'],
  ['1.000.000.001', 'Không được quá 1.000.000.000\u00a0₫.'],
  [0.5, 'Chỉ nhận số nguyên, không có phần lẻ.'],
])('money says what is wrong with %j', (typed, says) => {
  expect(ask(price, typed).says).toEqual([`it: ${says}`])
})

test('money is shown with dots and the sign of the đồng', () => {
  expect(showField(price, 1_350_000, showing('en', sampleLookups))).toEqual(['1.350.000\u00a0₫'])
})

test('money covers another answer that it is said not to be below', () => {
  const capital: MoneyField = { ...named, id: 'capital', type: 'money', notBelow: 'shares' }
  const says = (given: object) =>
    parseFields([{ ...named, id: 'shares', type: 'money', optional: true }, capital], given, sampleLookups).places.map(
      ({ message }) => message.vi,
    )
  expect(says({ shares: '300.000.000', capital: '200.000.000' })).toEqual(['Phải từ 300.000.000\u00a0₫ trở lên.'])
  expect(says({ shares: '300.000.000', capital: '300.000.000' })).toEqual([])
  expect(says({ capital: '1' })).toEqual([])
})
