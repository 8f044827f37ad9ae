import { expect, test } from 'vitest'
import { sampleProcedures } from '#sandbox/national-portal/procedures.ts'
import { asCatalogueRecord } from './as-catalogue-record.ts'

const [licence] = sampleProcedures

test('a procedure of the national list is put into the words of the catalogue', () => {
  expect(asCatalogueRecord('1.002809', licence!)).toMatchObject({
    code: '1.002809',
    field: 'Đường bộ',
    levels: ['province'],
    channels: [{ channel: 'online', time: 5, unit: 'ngay lam viec', feeVnd: null }],
    papers: [{ case: '', name: 'Đơn đề nghị' }],
    results: [{ name: 'Kết quả' }],
  })
})

test.each([
  ['UBND tỉnh Bắc Giang', ['province']],
  ['Sở Giao thông vận tải', ['province']],
  ['UBND huyện Lạng Giang', ['district']],
  ['UBND thị xã Chũ', ['district']],
  ['UBND xã Nghĩa Hưng', ['commune']],
  ['Bộ Công an', []],
])('%s settles it at %j', (TENDONVI, levels) => {
  expect(asCatalogueRecord('1.000001', { COQUANTHUCHIEN: [{ TENDONVI }] })['levels']).toEqual(levels)
})

test('a record in which nothing is as expected is still one, and empty', () => {
  const odd = {
    LINHVUCTHUCHIEN: 'x',
    CACHTHUCTHUCHIEN: [null, { THOIGIAN: [{ THOIGIANGIAIQUYET: 'năm' }] }],
    CANCUPHAPLY: 7,
  }
  expect(asCatalogueRecord('1.000001', odd)).toMatchObject({
    name: '',
    channels: [{ time: null, unit: null }],
    legalBasis: [],
  })
})
