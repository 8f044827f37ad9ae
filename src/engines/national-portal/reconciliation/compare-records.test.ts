import { expect, test } from 'vitest'
import { compareRecords } from './compare-records.ts'

const ours = {
  TrangThaiHoSo: '10',
  NgayTra: '20201123164800',
  MaTTHC: '2.000720',
  DanhSachGiayToKetQua: [{}],
  ChuHoSo: 'A',
}

test('what they hold as we do has no cause, whatever else they keep', () => {
  const { cause, fields } = compareRecords(ours, { ...ours, DanhSachGiayToKetQua: [{ other: 'shape' }], Khac: '1' })
  expect(cause).toBeNull()
  expect(fields.every(({ isSame }) => isSame)).toBe(true)
})

test.each([
  [{ TrangThaiHoSo: '4', NgayTra: '' }, 'status-differs'],
  [{ NgayTra: '' }, 'date-differs'],
  [{ DanhSachGiayToKetQua: [] }, 'result-missing'],
  [{ MaTTHC: '1.000001' }, 'value-differs'],
])('%j is told by its gravest difference', (over, cause) => {
  expect(compareRecords(ours, { ...ours, ...over }).cause).toBe(cause)
})

test('what they never say is not compared, and what they do not hold is lost', () => {
  expect(compareRecords(ours, { TrangThaiHoSo: '10' })).toMatchObject({
    cause: null,
    fields: [{ field: 'TrangThaiHoSo' }],
  })
  expect(compareRecords(ours, undefined).cause).toBe('lost')
})

test('nothing that is kept of a comparison says who it is about', () => {
  expect(JSON.stringify(compareRecords({ ...ours, SoDinhDanh: '024168009123' }, ours))).not.toMatch(/ChuHoSo|024168/)
})
