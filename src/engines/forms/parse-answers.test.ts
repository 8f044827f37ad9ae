import { describe, expect, test } from 'vitest'
import { parseAnswers } from './parse-answers.ts'
import { clubForm } from './samples/club.ts'
import { licenceForm } from './samples/licence.ts'
import { sampleLookups } from './samples/lists.ts'

const applicant = {
  fullName: 'Thân Thị Bích Phượng',
  birthDate: '1968-08-14',
  sex: 'female',
  personalId: '024168009123',
  residence: { commune: '07375', detail: 'Thôn Hạ' },
  phone: '0979123218',
}
const complete = {
  applicant,
  reason: 'expiring',
  expiresOn: '2020-12-18',
  licenceNumber: '241168003472',
  classes: ['B2'],
}

describe('a whole form', () => {
  test('is the same from a form post and from JSON', () => {
    const post = new URLSearchParams([
      ['applicant.fullName', 'Thân Thị Bích Phượng'],
      ['applicant.birthDate', '14/08/1968'],
      ['applicant.sex', 'female'],
      ['applicant.personalId', '024 168 009 123'],
      ['applicant.residence.commune', 'Xã Nghĩa Hưng'],
      ['applicant.residence.detail', 'Thôn Hạ'],
      ['applicant.phone', '0979 123 218'],
      ['applicant.email', ''],
      ['reason', 'expiring'],
      ['expiresOn', '18/12/2020'],
      ['licenceNumber', '241 168 003 472'],
      ['classes', 'B2'],
      ['csrf', 'x'],
    ])
    const data = new FormData()
    for (const [name, value] of post) data.append(name, value)
    data.append('licenceNumber', new File(['x'], 'x.pdf'))
    for (const input of [complete, post, data]) {
      expect(parseAnswers(licenceForm, input, sampleLookups)).toEqual({ answers: complete, places: [] })
    }
  })

  test('drops the answers of hidden fields and of hidden pages', () => {
    const lost = { ...complete, reason: 'lost', lostWhere: 'Chợ Vôi' }
    expect(parseAnswers(licenceForm, lost, sampleLookups)).toEqual({
      answers: { applicant, reason: 'lost', lostWhere: 'Chợ Vôi' },
      places: [],
    })
  })

  test('hides what depends on a hidden answer', () => {
    const order = {
      players: [{ name: 'An', bornOn: '1990-01-01' }],
      wantsBalls: false,
      items: [{ boxes: 9, price: 900_000 }],
      agrees: true,
    }
    const { answers, places } = parseAnswers(clubForm, order, sampleLookups)
    expect(Object.keys(answers)).toEqual(['players', 'playerCount', 'wantsBalls'])
    expect(places).toEqual([])
  })

  test('computes what is computed and never takes it from what is sent', () => {
    const order = {
      players: [{ name: 'An', bornOn: '1990-01-01', age: 7 }],
      playerCount: 99,
      wantsBalls: true,
      items: [
        { boxes: 2, price: 300_000, amount: 1 },
        { boxes: 1, price: 50_000 },
      ],
      total: 1,
    }
    const { answers, places } = parseAnswers(clubForm, order, sampleLookups)
    expect(answers).toMatchObject({
      players: [{ age: 30 }],
      playerCount: 1,
      items: [{ amount: 600_000 }, { amount: 50_000 }],
      total: 650_000,
    })
    expect(places).toEqual([])
  })

  test('refuses keys that no field has, but not other names in a post', () => {
    expect(parseAnswers(licenceForm, { ...complete, status: 'approved' }, sampleLookups).places).toEqual([
      {
        path: 'status',
        message: {
          vi: 'Mẫu này không có câu hỏi nào tên như vậy. Bỏ mục này.',
          en: 'This form has no question of that name. Leave it out.',
        },
      },
    ])
  })

  test('reads its own result again without a change', () => {
    const { answers } = parseAnswers(licenceForm, complete, sampleLookups)
    expect(parseAnswers(licenceForm, JSON.parse(JSON.stringify(answers)), sampleLookups)).toEqual({
      answers,
      places: [],
    })
  })
})
