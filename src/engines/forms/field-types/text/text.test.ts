import { describe, expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import { patterns } from './patterns/index.ts'
import type { PatternName } from './patterns/names.ts'
import { readPersonalId } from './patterns/personal-id.ts'
import type { TextField } from './text.ts'

const asked = (pattern?: PatternName): TextField => ({ ...named, type: 'text', ...(pattern && { pattern }) })

describe('text', () => {
  test.each([
    ['  Thân   Thị Bích Phượng ', 'Thân Thị Bích Phượng'],
    ['a\u0000b\u0007c', 'a b c'],
    ['\u202etxet\u202c đảo \u200f', 'txet đảo'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['ế'.normalize('NFD'), 'ế'],
    ['\ud800 lẻ', '\ufffd lẻ'],
    [12345, '12345'],
  ])('reads %j as %j', (typed, stored) => {
    expect(ask(asked(), typed)).toEqual({ value: stored, says: [] })
  })

  test.each([undefined, null, '', '   ', '\u200b\u0000'])('takes %j for no answer', (typed) => {
    expect(ask(asked(), typed)).toEqual({ value: undefined, says: ['it: Chưa điền. Xin điền rồi tiếp tục.'] })
  })

  test('says how much too long a text is and keeps it, so that it can be shortened', () => {
    const typed = 'a'.repeat(201)
    expect(ask(asked(), typed)).toEqual({ value: typed, says: ['it: Dài 201 chữ, chỉ nhận 200. Xin viết ngắn lại.'] })
  })

  test('keeps at most 20,000 signs of a paste of 10 MB', () => {
    const { value, says } = ask(asked(), '😀'.repeat(5_000_000))
    expect((value as string).length).toBeLessThanOrEqual(20_000)
    expect((value as string).isWellFormed()).toBe(true)
    expect(says).toHaveLength(1)
  })

  test.each([[{}], [[]], [['a']], [true], [1.5], [Number.NaN]])('refuses %j, which no screen sends', (typed) => {
    expect(ask(asked(), typed).says).toEqual(['it: Không đọc được câu trả lời này. Xin điền lại.'])
  })
})

describe('a named pattern', () => {
  test.each<[PatternName, string, string, string]>([
    ['personal-id', '024 168 009 123', '024168009123', '024 168 009 123'],
    ['personal-id', '024.168.009-123', '024168009123', '024 168 009 123'],
    ['personal-id', '０２４１６８００９１２３', '024168009123', '024 168 009 123'],
    ['identity-number', '121 456 789', '121456789', '121 456 789'],
    ['cmnd', '121456789', '121456789', '121 456 789'],
    ['driving-licence', '241168003472', '241168003472', '241 168 003 472'],
    ['phone', '0979 123 218', '0979123218', '0979 123 218'],
    ['phone', '+84 979.123.218', '0979123218', '0979 123 218'],
    ['phone', '84979123218', '0979123218', '0979 123 218'],
    ['phone', '0204 3854 321', '02043854321', '0204 385 4321'],
    ['phone', '00856 20 5555 1234', '+8562055551234', '+8562055551234'],
    ['email', ' Phuong.Than@GMAIL.com ', 'Phuong.Than@gmail.com', 'Phuong.Than@gmail.com'],
    ['enterprise-code', '2400 123 456', '2400123456', '2400123456'],
    ['enterprise-code', '2400123456001', '2400123456-001', '2400123456-001'],
    ['tax-code', '024168009123', '024168009123', '024 168 009 123'],
    ['budget-unit-code', '1012345', '1012345', '1012345'],
    ['social-insurance', '2412345678', '2412345678', '2412345678'],
    ['health-insurance', 'te1 24 2412345678', 'TE1242412345678', 'TE1242412345678'],
    ['vehicle-plate', '98a12345', '98A-123.45', '98A-123.45'],
    ['vehicle-plate', '98B1-123.45', '98B1-123.45', '98B1-123.45'],
    ['vehicle-plate', '98H 1234', '98H-1234', '98H-1234'],
    ['industry-code', '47 11', '4711', '4711'],
    ['land-certificate', 'cđ123456', 'CĐ 123456', 'CĐ 123456'],
    ['passport', 'c 1234567', 'C1234567', 'C1234567'],
    ['person-name', ' Thân  Thị Bích Phượng', 'Thân Thị Bích Phượng', 'Thân Thị Bích Phượng'],
    ['person-name', 'Y Ê Ban', 'Y Ê Ban', 'Y Ê Ban'],
    ['person-name', 'Jean-Pierre D’Arc, Jr.', 'Jean-Pierre D’Arc, Jr.', 'Jean-Pierre D’Arc, Jr.'],
  ])('%s reads %s as %s', (pattern, typed, stored, shown) => {
    expect(ask(asked(pattern), typed)).toEqual({ value: stored, says: [] })
    expect(showField(asked(pattern), stored, showing('vi', sampleLookups))).toEqual([shown])
    expect(ask(asked(pattern), shown).value).toBe(stored)
  })

  test.each<[PatternName, string, string]>([
    ['driving-licence', '241 168 003 47', 'Mới có 11 chữ số, cần đủ 12. Xem lại nhóm cuối trên thẻ.'],
    ['driving-licence', '2411680034721', 'Có 13 chữ số, chỉ cần 12. Bỏ chữ số thừa. Xem lại nhóm cuối trên thẻ.'],
    ['driving-licence', '24116800347A', 'Chỉ ghi chữ số, bỏ chữ cái và dấu.'],
    ['identity-number', '1234567890', 'Mới có 10 chữ số, cần đủ 9 hoặc 12. Xem lại nhóm cuối trên thẻ.'],
    ['personal-id', '000168009123', 'Ba chữ số đầu là mã tỉnh, không thể là 000. Xem lại nhóm đầu trên thẻ.'],
    ['personal-id', '024268009123', 'Nhóm thứ hai ứng với năm sinh 2068, chưa tới. Xem lại nhóm thứ hai trên thẻ.'],
    ['phone', '097912321', 'Mới có 9 chữ số, cần đủ 10. Xem lại số.'],
    [
      'phone',
      '0179123218',
      'Số điện thoại bắt đầu bằng 03, 05, 07, 08, 09, hoặc 02 nếu là máy bàn. Xem lại hai số đầu.',
    ],
    ['email', 'phuong', 'Thiếu dấu @. Ghi như ten@gmail.com.'],
    [
      'email',
      'phượng@gmail.com',
      'Địa chỉ thư chưa đúng: không có dấu tiếng Việt, sau @ phải có tên như gmail.com. Xem lại.',
    ],
    ['enterprise-code', '24001234', 'Mới có 8 chữ số, cần đủ 10 hoặc 13. Xem lại giấy chứng nhận đăng ký.'],
    ['industry-code', '56ab', 'Chỉ ghi chữ số, bỏ chữ cái và dấu.'],
    ['person-name', 'Thân Thị 2', 'Họ tên chỉ có chữ. Bỏ chữ số và dấu khác.'],
    ['person-name', '=HYPERLINK(x)', 'Họ tên chỉ có chữ. Bỏ chữ số và dấu khác.'],
    ['person-name', '...', 'Họ tên chỉ có chữ. Bỏ chữ số và dấu khác.'],
    ['vehicle-plate', 'A98-123', 'Biển số ghi như 98A-123.45 hoặc 98B1-123.45. Xem lại trên đăng ký xe.'],
  ])('%s says what is wrong with %s', (pattern, typed, says) => {
    expect(ask(asked(pattern), typed).says).toEqual([`it: ${says}`])
  })

  test.each<[PatternName, string, string]>([
    ['personal-id', '024168009123', '024 168 009 ***'],
    ['phone', '0979123218', '0979 *** 218'],
    ['email', 'phuong@gmail.com', 'ph***@gmail.com'],
    ['passport', 'C1234567', 'C12***'],
    ['enterprise-code', '2400123456', '2400***56'],
    ['person-name', 'Thân Thị Bích Phượng', 'Th***'],
  ])('%s masks %s', (pattern, stored, shown) => {
    expect(showField({ ...asked(pattern), sensitive: true }, stored, showing('vi', sampleLookups))).toEqual([shown])
  })

  test('every pattern shows what it stores so that it reads the same again', () => {
    for (const pattern of Object.values(patterns)) {
      const once = pattern.tidy('024 168 009 123')
      expect(pattern.tidy(pattern.show(once))).toBe(once)
    }
  })
})

test('a personal number tells birth year and sex', () => {
  expect(readPersonalId('024168009123')).toEqual({ birthYear: 1968, sex: 'female' })
  expect(readPersonalId('024205009123')).toEqual({ birthYear: 2005, sex: 'male' })
  expect(readPersonalId('02416800912')).toBeUndefined()
})
