import { describe, expect, test } from 'vitest'
import { parseAnswers } from './parse-answers.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'
import { summaryOf } from './summary.ts'

const answers = {
  applicant: {
    fullName: 'Thân Thị Bích Phượng',
    birthDate: '1968-08-14',
    sex: 'female',
    personalId: '024168009123',
    residence: { commune: '07375', detail: 'Thôn Hạ' },
    phone: '0979123218',
  },
  reason: 'expiring',
  expiresOn: '2020-12-18',
  licenceNumber: '241168003472',
  classes: ['B2', 'C'],
}
const lines = (...args: Parameters<typeof summaryOf>) =>
  summaryOf(...args).flatMap(({ rows }) => rows.map((row) => [row.path, row.label, row.lines.join(' / ')]))

describe('a summary', () => {
  test('says every visible answer in words, page by page, masked', () => {
    expect(summaryOf(licenceForm, answers, 'vi', sampleLookups).map(({ page, title }) => [page, title])).toEqual([
      ['applicant', 'Người nộp hồ sơ'],
      ['reason', 'Vì sao đổi'],
      ['licence', 'Giấy phép lái xe đang dùng'],
    ])
    expect(lines(licenceForm, answers, 'vi', sampleLookups)).toEqual([
      ['applicant.fullName', 'Họ, chữ đệm, tên', 'Thân Thị Bích Phượng'],
      ['applicant.birthDate', 'Ngày sinh', '14/08/1968'],
      ['applicant.sex', 'Giới tính', 'Nữ'],
      ['applicant.personalId', 'Số định danh cá nhân', '024 168 009 ***'],
      ['applicant.residence', 'Nơi thường trú', 'Thôn Hạ, xã Nghĩa Hưng, huyện Lạng Giang, tỉnh Bắc Giang'],
      ['applicant.phone', 'Điện thoại nhận tin nhắn', '0979 *** 218'],
      ['applicant.email', 'Thư điện tử', ''],
      ['reason', 'Vì sao đổi', 'Thẻ sắp hết hạn'],
      ['expiresOn', 'Ngày hết hạn', '18/12/2020'],
      ['licenceNumber', 'Số giấy phép', '241 168 003 472'],
      ['classes', 'Hạng ghi trên giấy phép', 'B2 / C'],
    ])
  })

  test('hides nothing from those who may see it, and speaks English', () => {
    const shown = lines(licenceForm, answers, 'en', sampleLookups, { revealed: true })
    expect(shown).toContainEqual(['applicant.personalId', 'Personal number', '024 168 009 123'])
    expect(shown).toContainEqual(['reason', 'Why renew', 'It expires soon'])
  })

  test('says to whom or to which row an answer belongs', () => {
    const { answers: club } = parseAnswers(
      clubForm,
      {
        players: [
          { name: 'An', bornOn: '2010-01-01', guardian: 'Mẹ' },
          { name: 'Bà', bornOn: '1960-01-01' },
        ],
      },
      sampleLookups,
    )
    const rows = summaryOf(clubForm, club, 'vi', sampleLookups)[0]?.rows ?? []
    expect(rows.map(({ under, path, lines }) => [under, path, lines[0]])).toEqual([
      ['Người chơi 1', 'players.0.name', 'An'],
      ['Người chơi 1', 'players.0.bornOn', '**/**/2010'],
      ['Người chơi 1', 'players.0.age', '10'],
      ['Người chơi 1', 'players.0.guardian', 'Mẹ'],
      ['Người chơi 2', 'players.1.name', 'Bà'],
      ['Người chơi 2', 'players.1.bornOn', '**/**/1960'],
      ['Người chơi 2', 'players.1.age', '60'],
      [undefined, 'playerCount', '2'],
    ])
  })

  test('gives a table as a table and as lines', () => {
    const { answers: club } = parseAnswers(
      clubForm,
      { wantsBalls: 'yes', items: [{ boxes: '2', price: '300.000' }] },
      sampleLookups,
    )
    const row = summaryOf(clubForm, club, 'vi', sampleLookups)
      .flatMap(({ rows }) => rows)
      .find(({ path }) => path === 'items')
    expect(row?.table).toEqual({
      heads: ['Số hộp', 'Giá một hộp', 'Thành tiền'],
      rows: [['2', '300.000\u00a0₫', '600.000\u00a0₫']],
    })
    expect(row?.lines).toEqual(['2 · 300.000\u00a0₫ · 600.000\u00a0₫'])
  })

  test('leaves out what a later change of mind has hidden', () => {
    const paths = lines(licenceForm, { ...answers, reason: 'lost', lostWhere: 'Chợ' }, 'vi', sampleLookups).map(
      ([path]) => path,
    )
    expect(paths).toContain('lostWhere')
    expect(paths).not.toContain('expiresOn')
    expect(paths).not.toContain('licenceNumber')
  })

  test('hides a sensitive answer that could not be read, too', () => {
    const rows = lines(clubForm, { players: [{ name: 'An', bornOn: 'tháng tám năm 1968' }] }, 'vi', sampleLookups)
    expect(rows).toContainEqual(['players.0.bornOn', 'Ngày sinh', 'th***'])
  })
})
