import { describe, expect, test } from 'vitest'
import { readPost } from '../../post.ts'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { parseFields } from '../../parse-answers.ts'
import { showField, showing } from '../../show-field.ts'
import type { Field } from '../index.ts'
import { date, type DateField } from './date.ts'

const day: DateField = { ...named, type: 'date' }

describe('a date', () => {
  test.each([
    ['24/11/2020', '2020-11-24'],
    ['4/1/2020', '2020-01-04'],
    ['24-11-2020', '2020-11-24'],
    ['24.11.2020', '2020-11-24'],
    ['24 11 2020', '2020-11-24'],
    ['24112020', '2020-11-24'],
    ['ngày 24 tháng 11 năm 2020', '2020-11-24'],
    ['2020-11-24', '2020-11-24'],
    ['29/02/2020', '2020-02-29'],
  ])('reads %s', (typed, value) => {
    expect(ask(day, typed)).toEqual({ value, says: [] })
  })

  test.each([
    ['31/02/2020', 'Tháng 2/2020 không có ngày 31. Xem lại ngày.'],
    ['11/24/2020', 'Không có tháng 24. Ghi ngày trước, tháng sau, ví dụ 24/11/2020.'],
    ['24/11/20', 'Ghi năm đủ 4 chữ số, ví dụ 1968.'],
    ['1968', 'Ghi đủ ngày, tháng, năm, ví dụ 24/11/2020.'],
    ['hôm qua', 'Ghi đủ ngày, tháng, năm, ví dụ 24/11/2020.'],
    ['24/11/0020', 'Tháng 11/0020 không có ngày 24. Xem lại ngày.'],
  ])('says what is wrong with %s and keeps it', (typed, says) => {
    expect(ask(day, typed)).toEqual({ value: typed, says: [`it: ${says}`] })
  })

  test('of which only the year is known is taken where the form allows', () => {
    const known: DateField = { ...named, type: 'date', precision: 'any', notAfter: 'today' }
    expect(ask(known, '1945')).toEqual({ value: '1945', says: [] })
    expect(ask(known, '8/1945')).toEqual({ value: '1945-08', says: [] })
    expect(ask(known, '2021').says).toEqual(['it: Ngày này chưa tới. Xem lại năm.'])
    expect(showField(known, '1945-08', showing('vi', sampleLookups))).toEqual(['08/1945'])
  })

  test('of which only the year is asked is written as four digits', () => {
    const year: DateField = { ...named, type: 'date', precision: 'year', notBefore: '1990-01-01', notAfter: 'today' }
    expect(ask(year, '2018')).toEqual({ value: '2018', says: [] })
    expect(ask(year, 2018)).toEqual({ value: '2018', says: [] })
    expect(showField(year, '2018', showing('vi', sampleLookups))).toEqual(['2018'])
    expect(ask(year, '1989').says).toEqual(['it: Phải từ năm 1990 trở đi. Xem lại năm.'])
    expect(ask(year, '2021').says).toEqual(['it: Ngày này chưa tới. Xem lại năm.'])
  })

  test('keeps to its bounds: fixed, today, days from today, another answer', () => {
    expect(ask({ ...day, notBefore: '2020-01-01' }, '31/12/2019').says).toEqual([
      'it: Phải từ ngày 01/01/2020 trở đi. Xem lại ngày.',
    ])
    expect(ask({ ...day, notAfter: 'today' }, '25/11/2020').says).toEqual(['it: Ngày này chưa tới. Xem lại năm.'])
    expect(ask({ ...day, notBefore: { today: 3 } }, '26/11/2020').says).toEqual([
      'it: Phải từ ngày 27/11/2020 trở đi. Xem lại ngày.',
    ])
    const fields: DateField[] = [
      { ...day, id: 'from' },
      { ...day, id: 'to', notBefore: { field: 'from' }, notAfter: { field: 'from', days: 30 } },
    ]
    const says = (to: string) =>
      parseFields(fields, { from: '01/12/2020', to }, sampleLookups).places.map(({ message }) => message.vi)
    expect(says('30/11/2020')).toEqual(['Phải từ ngày 01/12/2020 trở đi. Xem lại ngày.'])
    expect(says('31/12/2020')).toEqual([])
    expect(says('01/01/2021')).toEqual(['Không được sau ngày 31/12/2020. Xem lại ngày.'])
  })

  test('is held in each row to another of its row, by what is known of both', () => {
    const any = { ...day, precision: 'any' as const }
    const periods: Field = {
      id: 'periods',
      type: 'group',
      label: named.label,
      itemName: named.label,
      fields: [
        { ...any, id: 'from' },
        { ...any, id: 'to', notBefore: { field: 'from' } },
      ],
    }
    const says = (from: string, to: string) =>
      parseFields(
        [periods],
        {
          periods: [
            { from: '1990', to: '1991' },
            { from, to },
          ],
        },
        sampleLookups,
      ).places.map(({ path, message }) => `${path}: ${message.vi}`)
    expect(says('2003', '2002')).toEqual(['periods.1.to: Phải từ năm 2003 trở đi. Xem lại năm.'])
    expect(says('5/2003', '4/2003')).toEqual(['periods.1.to: Phải từ tháng 05/2003 trở đi. Xem lại tháng.'])
    expect(says('01/05/2003', '2002')).toEqual(['periods.1.to: Phải từ năm 2003 trở đi. Xem lại năm.'])
    expect(says('2003', '01/05/2002')).toHaveLength(1)
    for (const [from, to] of [
      ['2003', '2003'],
      ['2003', '01/02/2003'],
      ['01/05/2003', '2003'],
      ['5/2003', '01/05/2003'],
    ] as const)
      expect(says(from, to)).toEqual([])
  })

  test('is posted as one text or in three boxes', () => {
    const posted = (query: string) => date.fromPost(day, readPost(new URLSearchParams(query)), 'it')
    expect(posted('it=24/11/2020')).toBe('24/11/2020')
    expect(posted('it.day=24&it.month=11&it.year=2020')).toBe('24/11/2020')
    expect(posted('it.day=&it.month=&it.year=1945')).toBe('1945')
    expect(posted('it.day=24&it.month=&it.year=2020')).toBe('24/?/2020')
    expect(posted('it.day=&it.month=&it.year=')).toBeUndefined()
    expect(ask(day, '24/?/2020').says).toHaveLength(1)
  })

  test('is masked to its year', () => {
    expect(showField({ ...day, sensitive: true }, '1968-08-14', showing('vi', sampleLookups))).toEqual(['**/**/1968'])
  })
})
