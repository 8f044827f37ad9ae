import { describe, expect, test } from 'vitest'
import { civil } from '#values/plain-date.ts'
import { ask, named } from '../../samples/ask.ts'
import { sampleLookups } from '../../samples/lists.ts'
import { showField, showing } from '../../show-field.ts'
import { choice, optionsIn, type ChoiceField } from './choice.ts'

const one: ChoiceField = {
  ...named,
  type: 'choice',
  options: [
    { value: 'lost', label: { vi: 'Bị mất', en: 'Lost' } },
    { value: 'damaged', label: { vi: 'Bị hỏng', en: 'Damaged' } },
  ],
}
const many: ChoiceField = { ...one, many: true }
const people: ChoiceField = { ...named, type: 'choice', codeList: 'ethnicity' }
const papers: ChoiceField = { ...named, type: 'choice', codeList: 'identityDocumentKind' }

describe('a choice', () => {
  test.each(['lost', 'Bị mất', 'bi mat', 'Lost', ['lost']])('reads %j as the code', (typed) => {
    expect(ask(one, typed)).toEqual({ value: 'lost', says: [] })
  })

  test('knows other names of an entry, with or without tone marks', () => {
    expect(ask(people, 'viet').value).toBe('01')
    expect(ask(people, 'SÁN DÌU').value).toBe('18')
  })

  test.each<[unknown, string]>([
    ['stolen', 'Không có lựa chọn này. Xin chọn lại trong danh sách.'],
    ['__proto__', 'Không có lựa chọn này. Xin chọn lại trong danh sách.'],
    [['lost', 'damaged'], 'Không đọc được câu trả lời này. Xin điền lại.'],
    [{ lost: true }, 'Không đọc được câu trả lời này. Xin điền lại.'],
    [undefined, 'Chưa chọn. Xin chọn một ô.'],
    [[], 'Chưa chọn. Xin chọn một ô.'],
  ])('says what is wrong with %j', (typed, says) => {
    expect(ask(one, typed).says).toEqual([`it: ${says}`])
  })

  test('of several keeps each once, in the order of the options', () => {
    expect(ask(many, ['damaged', 'lost', 'damaged'])).toEqual({ value: ['lost', 'damaged'], says: [] })
    expect(ask(many, 'damaged')).toEqual({ value: ['damaged'], says: [] })
    expect(ask(many, ['lost', 'x']).says).toEqual(['it: Không có lựa chọn này. Xin chọn lại trong danh sách.'])
    expect(ask(many, undefined).says).toEqual(['it: Chưa chọn. Xin chọn ít nhất một ô.'])
    expect(showField(many, ['lost', 'damaged'], showing('vi', sampleLookups))).toEqual(['Bị mất', 'Bị hỏng'])
  })

  test('keeps to what may be chosen on the day, and shows an ended entry by its name', () => {
    const later = { ...sampleLookups, today: civil('2025-01-01') }
    expect(ask(papers, 'cmnd').says).toEqual([])
    expect(ask(papers, 'cmnd', later).says).toEqual([
      'it: Chứng minh nhân dân không còn dùng từ 01/01/2025. Xin chọn lại.',
    ])
    expect(ask(papers, 'can-cuoc').says).toEqual(['it: Thẻ căn cước chưa dùng trong ngày này. Xin chọn lại.'])
    expect(optionsIn(papers, later, later.today).map(({ code }) => code)).toEqual(['cccd', 'can-cuoc'])
    expect(showField(papers, 'cmnd', showing('vi', later))).toEqual(['Chứng minh nhân dân'])
  })

  test('whose list nobody passed in has no option, and does not fall over', () => {
    expect(ask({ ...people, codeList: 'constructor' }, 'x').says).toEqual([
      'it: Không có lựa chọn này. Xin chọn lại trong danh sách.',
    ])
  })

  test('of 10,000 values is cut before it costs anything', () => {
    const started = performance.now()
    expect(
      ask(
        many,
        Array.from({ length: 10_000 }, (_, at) => `x${at}`),
      ).says,
    ).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('is empty when nothing is chosen', () => {
    expect([undefined, '', []].map((value) => choice.isEmpty(value))).toEqual([true, true, true])
  })
})
