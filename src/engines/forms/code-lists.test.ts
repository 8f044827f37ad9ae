import { expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { CodeList, findOption, findOptionByText, optionsOn } from './code-lists.ts'

const list: CodeList = {
  name: 'wards',
  title: { vi: 'Phường', en: 'Wards' },
  entries: [
    { code: '1', label: { vi: 'Cũ', en: 'Old' }, to: '2020-01-01' },
    { code: '1', label: { vi: 'Mới', en: 'New' }, from: '2020-01-01', aliases: ['Vừa'] },
    { code: '2', label: { vi: 'Khác', en: 'Other' } },
  ],
}

test('an entry is found by its code, as it was on a date or as it is called last', () => {
  expect(findOption(list, '1', civil('2019-12-31'))?.label.vi).toBe('Cũ')
  expect(findOption(list, '1', civil('2020-01-01'))?.label.vi).toBe('Mới')
  expect(findOption(list, '1')?.label.vi).toBe('Mới')
  expect(findOption(list, 'toString')).toBeUndefined()
})

test('only entries in force may be chosen', () => {
  expect(optionsOn(list, civil('2019-12-31')).map(({ label }) => label.en)).toEqual(['Old', 'Other'])
})

test('an entry is found by what people type, unless that could mean two', () => {
  expect(findOptionByText(list.entries, 'vua')?.code).toBe('1')
  expect(findOptionByText(list.entries, 'khac')?.code).toBe('2')
  expect(findOptionByText(list.entries, 'kh')).toBeUndefined()
})

test('a code list is data with a date that exists', () => {
  expect(CodeList.safeParse(JSON.parse(JSON.stringify(list))).data).toEqual(list)
  expect(CodeList.safeParse({ ...list, entries: [{ ...list.entries[0], to: '2020-02-30' }] }).success).toBe(false)
})
