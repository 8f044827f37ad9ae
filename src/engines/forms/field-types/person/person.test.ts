import { describe, expect, test } from 'vitest'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import type { PersonField } from './person.ts'

const field: PersonField = {
  ...named,
  type: 'person',
  parts: { fullName: 'required', birthDate: 'required', sex: 'required', personalId: 'required', email: 'optional' },
}
const phuong = {
  fullName: 'Thân Thị Bích Phượng',
  birthDate: '14/08/1968',
  sex: 'female',
  personalId: '024 168 009 123',
}

describe('a person', () => {
  test('is read part by part', () => {
    expect(ask(field, phuong)).toEqual({
      value: { fullName: 'Thân Thị Bích Phượng', birthDate: '1968-08-14', sex: 'female', personalId: '024168009123' },
      says: [],
    })
  })

  test('of whom nothing is said lacks each required part', () => {
    expect(ask(field, undefined).says.map((said) => said.split(':')[0])).toEqual([
      'it.fullName',
      'it.birthDate',
      'it.sex',
      'it.personalId',
    ])
  })

  test('may be left out whole if optional, but not by half', () => {
    expect(ask({ ...field, optional: true }, { fullName: ' ' })).toEqual({ value: undefined, says: [] })
    expect(ask({ ...field, optional: true }, { fullName: 'An' }).says).toHaveLength(3)
  })

  test('has a number that agrees with birth year and sex', () => {
    expect(ask(field, { ...phuong, birthDate: '14/08/1986' }).says).toEqual([
      'it.personalId: Số này ứng với người sinh năm 1968, nhưng ngày sinh ghi năm 1986. Xem lại số và ngày sinh.',
    ])
    expect(ask(field, { ...phuong, sex: 'Nam' }).says).toEqual([
      'it.personalId: Số này ứng với nữ, nhưng giới tính chọn là nam. Xem lại số và giới tính.',
    ])
  })

  test('asked for as a man or a woman has a number of one', () => {
    const bride: PersonField = { ...named, type: 'person', ofSex: 'female', parts: { personalId: 'required' } }
    expect(ask(bride, { personalId: '024168009123' }).says).toEqual([])
    expect(ask(bride, { personalId: '024066000123' }).says).toEqual([
      'it.personalId: Số này là của nam, nhưng chỗ này khai về nữ. Xem lại số, hoặc khai đúng chỗ.',
    ])
  })

  test('may be old enough to know only the year of birth, where the form allows', () => {
    const old: PersonField = {
      ...field,
      parts: { fullName: 'required', birthDate: 'required' },
      birthDateAsKnown: true,
    }
    expect(ask(old, { fullName: 'Cụ Tý', birthDate: '1932' })).toEqual({
      value: { fullName: 'Cụ Tý', birthDate: '1932' },
      says: [],
    })
  })

  test('takes other labels where the form has them', () => {
    const living: PersonField = {
      ...field,
      parts: { residence: 'required' },
      labels: { residence: { vi: 'Nơi ở hiện tại', en: 'Address' } },
    }
    expect(ask(living, {}).says.map((said) => said.split(':')[0])).toEqual([
      'it.residence.commune',
      'it.residence.detail',
    ])
  })

  test.each([['An'], [[phuong]], [7]])('is not %j', (typed) => {
    expect(ask(field, typed).says).toEqual(['it: Không đọc được câu trả lời này. Xin điền lại.'])
  })

  test('has no unknown parts', () => {
    expect(ask(field, { ...phuong, isAdmin: true }).says).toEqual([
      'it.isAdmin: Mẫu này không có câu hỏi nào tên như vậy. Bỏ mục này.',
    ])
    expect(ask(field, JSON.parse('{"__proto__":{"fullName":"x"}}')).says[4]).toMatch(/^it\.__proto__: /)
  })

  test('shows number, phone and mail masked, and all of it to those who may see it', () => {
    const value = { fullName: 'An', personalId: '024168009123', email: 'an@gmail.com' }
    expect(showField(field, value, showing('vi', sampleLookups))).toEqual(['An', '024 168 009 ***', 'an***@gmail.com'])
    expect(showField(field, value, showing('vi', sampleLookups, {}, true))).toEqual([
      'An',
      '024 168 009 123',
      'an@gmail.com',
    ])
    expect(showField({ ...field, sensitive: true }, value, showing('vi', sampleLookups))[0]).toBe('An***')
  })
})
