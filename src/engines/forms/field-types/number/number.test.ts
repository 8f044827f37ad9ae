import { describe, expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import type { NumberField } from './number.ts'

const whole: NumberField = { ...named, type: 'number', min: -1000 }
const area: NumberField = { ...named, type: 'number', decimals: 2, max: 1_000_000, unit: { vi: 'm²', en: 'm²' } }

describe('a whole number', () => {
  test.each<[unknown, number]>([
    ['1.234.567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1\u00a0234', 1_234],
    ['1,234,567', 1_234_567],
    ['1,234', 1_234],
    ['007', 7],
    ['-5', -5],
    ['−5', -5],
    ['-0', 0],
    ['１２', 12],
    [42, 42],
    [-0, 0],
  ])('reads %j as %d', (typed, value) => {
    expect(ask(whole, typed)).toEqual({ value, says: [] })
  })

  test.each<[unknown, unknown, string]>([
    ['abc', 'abc', 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'],
    ['1e5', '1e5', 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'],
    ['1.5', '1.5', 'Chỉ nhận số nguyên, không có phần lẻ.'],
    ['1.23.4', '1.23.4', 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'],
    ['9'.repeat(30), '9'.repeat(30), 'Số này quá lớn. Xem lại số chữ số.'],
    [1.5, undefined, 'Chỉ nhận số nguyên, không có phần lẻ.'],
    [Number.POSITIVE_INFINITY, undefined, 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'],
    ['-1001', -1001, 'Phải từ -1.000 trở lên.'],
    [true, undefined, 'Không đọc được câu trả lời này. Xin điền lại.'],
  ])('says what is wrong with %j and keeps what was typed', (typed, value, says) => {
    expect(ask(whole, typed)).toEqual({ value, says: [`it: ${says}`] })
  })
})

describe('a number with decimals and a unit', () => {
  test.each<[unknown, number, string]>([
    ['12,5', 12.5, '12,5\u00a0m²'],
    ['12.5 m²', 12.5, '12,5\u00a0m²'],
    ['1.234,56', 1234.56, '1.234,56\u00a0m²'],
    ['1.234', 1234, '1.234\u00a0m²'],
    [0.1, 0.1, '0,1\u00a0m²'],
  ])('reads %j as %d and shows it', (typed, value, shown) => {
    expect(ask(area, typed)).toEqual({ value, says: [] })
    expect(showField(area, value, showing('vi', sampleLookups))).toEqual([shown])
  })

  test('never rounds silently', () => {
    expect(ask(area, '12,345').says).toEqual(['it: Chỉ ghi tối đa 2 chữ số sau dấu phẩy.'])
    expect(ask(area, 12.345).says).toEqual(['it: Chỉ ghi tối đa 2 chữ số sau dấu phẩy.'])
  })

  test('is not negative unless the form says so', () => {
    expect(ask(area, '-1').says).toEqual(['it: Phải từ 0 trở lên.'])
    expect(ask(area, '1.000.001').says).toEqual(['it: Không được quá 1.000.000.'])
  })
})
