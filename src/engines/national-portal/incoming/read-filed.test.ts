import { expect, test } from 'vitest'
import { sampleLicence } from '#sandbox/national-portal/samples.ts'
import { nationalProfile } from '#systems/national/portal-profile.ts'
import { defineNationalForm } from '../declare.ts'
import { readFiled } from './read-filed.ts'

const form = defineNationalForm({
  procedure: '1.002809',
  answers: {
    'applicant.fullName': 'HoTen',
    reason: { from: 'ThongTinHoSo.LyDo', values: { '2': 'damaged' } },
    classes: { from: 'ThongTinHoSo.HangGPLX', values: { A1: 'a1' } },
    goods: { from: 'ThongTinHoSo.HangHoa', rows: { what: 'Ten' } },
  },
  papers: { GPLX: 'licence' },
})
const raw = sampleLicence('G22.99-1', 'http://127.0.0.1:1')

test('answers go where the declaration puts them, words turned into ours, and what it does not know stays as it is', () => {
  const { answers, applicant, place, enterprise } = readFiled('G22.99-1', raw, form, nationalProfile)
  expect(answers).toEqual({
    applicant: { fullName: 'Lương Thị Mận' },
    reason: 'damaged',
    classes: ['a1', 'B2'],
  })
  expect(applicant).toMatchObject({ personalId: '024190007788', birthDate: '1990-02-14', email: null })
  expect([place, enterprise]).toEqual(['07381', null])
})

test('what has no place is listed with its value, and nothing of it is lost', () => {
  const { unread } = readFiled('G22.99-1', raw, form, nationalProfile)
  expect(unread.map(({ field, value }) => [field, value])).toEqual([
    ['SoGPLX', '240190001234'],
    ['NgayCap', '20/05/2015'],
    ['HinhThucNhan', '1'],
    ['NguonThongTin', 'VNeID'],
  ])
})

test('the same file of the same dossier has the same id, another has another', () => {
  const ids = (code: string) => readFiled(code, raw, form, nationalProfile).files.map(({ id }) => id)
  expect(ids('G22.99-1')).toEqual(ids('G22.99-1'))
  expect(new Set([...ids('G22.99-1'), ...ids('G22.99-2')]).size).toBe(8)
  expect(ids('G22.99-1')[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('rows of a table come by their names, and whatever else stands there does no harm', () => {
  const odd = { ...raw, ThongTinHoSo: { HangHoa: [{ Ten: 'Bánh' }], LyDo: { __proto__: 1 } }, TaiLieuNop: 'x' }
  const { answers, files } = readFiled('G22.99-1', odd, form, nationalProfile)
  expect(answers['goods']).toEqual([{ what: 'Bánh' }])
  expect(files).toEqual([])
  expect(readFiled('x', {}, undefined, nationalProfile)).toMatchObject({ answers: {}, unread: [], place: null })
})
