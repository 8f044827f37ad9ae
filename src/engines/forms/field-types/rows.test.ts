import { describe, expect, test } from 'vitest'
import { parseFields } from '../parse-answers.ts'
import { ask, named } from '../samples/ask.ts'
import { sampleLookups } from '../samples/lists.ts'
import { showField, showing } from '../show-field.ts'
import { group, type GroupField } from './group/group.ts'
import type { Field } from './index.ts'
import type { TableField } from './table/table.ts'

const children: GroupField = {
  ...named,
  id: 'children',
  type: 'group',
  itemName: { vi: 'Con', en: 'Child' },
  max: 3,
  fields: [
    { id: 'name', type: 'text', label: { vi: 'Tên', en: 'Name' } },
    { id: 'atSchool', type: 'yes-no', label: { vi: 'Đi học', en: 'At school' } },
    { id: 'school', type: 'text', label: { vi: 'Trường', en: 'School' }, when: { field: 'atSchool', is: true } },
  ],
}

describe('a group', () => {
  test('reads each row by its own conditions', () => {
    const { value, says } = ask(children, [
      { name: 'An', atSchool: 'no', school: 'THCS 1' },
      { name: 'Bình', atSchool: 'yes' },
    ])
    expect(value).toEqual([
      { name: 'An', atSchool: false },
      { name: 'Bình', atSchool: true },
    ])
    expect(says).toEqual(['children.1.school: Chưa điền. Xin điền rồi tiếp tục.'])
  })

  test('leaves out empty rows and tells if too few are left', () => {
    expect(ask(children, [{}, { name: 'An', atSchool: 'no' }, { name: ' ' }]).value).toEqual([
      { name: 'An', atSchool: false },
    ])
    expect(ask(children, [{}]).says).toEqual(['children: Cần ít nhất 1 mục. Bấm nút thêm rồi điền.'])
    expect(ask({ ...children, optional: true }, [{}]).says).toEqual([])
  })

  test('keeps at most as many rows as it allows, of however many are sent', () => {
    const started = performance.now()
    const { value, says } = ask(
      children,
      Array.from({ length: 10_000 }, () => ({ name: 'x', atSchool: true, school: 'y' })),
    )
    expect(value).toHaveLength(3)
    expect(says).toEqual(['children: Có 10000 mục, chỉ nhận 3. Phần còn lại xin gửi thành tệp kèm theo.'])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test.each([['An'], [{ 0: { name: 'An' } }], [['An']], [[[]]]])('refuses %j', (typed) => {
    expect(ask(children, typed).says.join()).toContain('Không đọc được câu trả lời này')
  })

  test('calls its rows by number', () => {
    expect(group.rowName(children, 1)).toEqual({ vi: 'Con 2', en: 'Child 2' })
    expect(group.rowName({ ...children, itemName: { vi: 'Con thứ {number}', en: 'Child no. {number}' } }, 0).vi).toBe(
      'Con thứ 1',
    )
  })

  test('sees the answers outside it where it has none of that name', () => {
    const fields: Field[] = [
      { ...named, id: 'school', type: 'text' },
      { ...named, id: 'town', type: 'text' },
      {
        ...children,
        fields: [children.fields[0]!, { ...named, id: 'street', type: 'text', when: { field: 'town', is: 'Kép' } }],
      },
    ]
    const read = (town: string) =>
      parseFields(fields, { school: 'A', town, children: [{ name: 'An' }] }, sampleLookups).places.length
    expect([read('Kép'), read('Vôi')]).toEqual([1, 0])
  })
})

test('a table shows one line for each row', () => {
  const goods: TableField = {
    ...named,
    type: 'table',
    columns: [
      { ...named, id: 'what', type: 'text' },
      { ...named, id: 'price', type: 'money' },
    ],
  }
  const { value, says } = ask(goods, [
    { what: 'Gạo', price: '25.000' },
    { what: 'Muối', price: 'rẻ' },
  ])
  expect(says).toEqual(['it.1.price: Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.'])
  expect(showField(goods, value, showing('vi', sampleLookups))).toEqual(['Gạo · 25.000\u00a0₫', 'Muối · rẻ'])
})
