import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Phone } from '#values/phone.ts'
import { placeholder } from './placeholder.ts'
import { createStandIns, madeUpWord } from './stand-ins.ts'
import { jsonFor, numberFor, textFor, whoFor } from './values.ts'

const ins = createStandIns(Buffer.alloc(32, 3))
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

test('no two numbers get the same stand-in, none gets itself, and none gets longer', () => {
  for (const length of [1, 2, 3]) {
    const all = Array.from({ length: 10 ** length }, (_, at) => String(at).padStart(length, '0'))
    const made = all.map((one) => ins.number(one, 0))
    expect(new Set(made).size).toBe(all.length)
    expect(made.every((one, at) => one.length === length && one !== all[at])).toBe(true)
  }
  fc.assert(
    fc.property(digits(12), digits(12), (one, other) => {
      expect(ins.personalId(one)).not.toBe(one)
      expect(ins.personalId(one)).toMatch(new RegExp(`^${one.slice(0, 6)}\\d{6}$`))
      expect(ins.personalId(one) === ins.personalId(other)).toBe(one === other)
    }),
  )
})

test('a phone stays a phone, whose last four digits follow from the last four alone', () => {
  fc.assert(
    fc.property(digits(7), (end) => {
      const made = numberFor(`098${end}`, ins)
      expect(Phone.safeParse(made).success).toBe(true)
      expect(made.slice(-4)).toBe(ins.lastDigits(end.slice(-4)))
    }),
  )
})

test('a name stays the same name however it is written, and every made-up one says that it is', () => {
  expect(ins.name('NGUYỄN  VĂN AN')).toBe(ins.name('Nguyễn Văn An'))
  expect(ins.name('Nguyễn Văn An'.normalize('NFD'))).toBe(ins.name('Nguyễn Văn An'))
  expect(ins.name('Nguyễn Văn An')).not.toBe(ins.name('Nguyễn Văn Ân'))
  expect(ins.name('Nguyễn Văn An')).toContain(` ${madeUpWord} `)
  expect(createStandIns(Buffer.alloc(32, 4)).name('Nguyễn Văn An')).not.toBe(ins.name('Nguyễn Văn An'))
})

test.each([
  ['024068009123', 'personalId'],
  ['098 765 4321', 'phone'],
  ['a.nguyen@gmail.com', 'email'],
  ['Nguyễn Văn An', 'fullName'],
  ['Tôi là Nguyễn Văn An, ở Thôn Hạ', 'reason'],
  ['Số 12 ngõ 5', 'detail'],
  ['Công ty TNHH Một Mình Tôi', 'name'],
  ['B1234567', 'number'],
  ['GCN số 12/2019', 'certificate'],
  ['1968-08-14', 'birthDate'],
  ['nguyen', 'fullName'],
])('%s as %s of an answer is replaced', (value, key) => {
  expect(textFor(value, key, ins)).not.toBe(value)
})

test('what no person is known by stays: communes, choices, days, ids, codes of dossiers', () => {
  const kept = {
    commune: '07213',
    sex: 'female',
    issuedOn: '2015-03-01',
    paper: '01a22153-c6f7-7567-9569-ee767803caec',
    step: 'work-alone',
    code: 'H02.11-201120-0004',
    amount: 200_000,
    agreed: true,
    none: null,
  }
  expect(jsonFor({ rows: [kept] }, ins)).toEqual({ rows: [kept] })
})

test('who acted stays an account, and gets another name with the post that it had', () => {
  expect(whoFor('01a22153-c6f7-7567-9569-ee767803caec', ins)).toBe('01a22153-c6f7-7567-9569-ee767803caec')
  expect(whoFor('Trần Thị Bích, Chủ tịch, UBND xã', ins)).toBe(`${ins.name('Trần Thị Bích')}, Chủ tịch, UBND xã`)
})

test('a placeholder has exactly the size that was asked, where it is no less than a page takes', () => {
  const least = placeholder(0, 'a').length
  expect(least).toBeLessThan(1200)
  for (const size of [least, least + 2, least + 9, 5000, 9999, 10_001, 1_000_001])
    expect([size, placeholder(size, 'a').length]).toEqual([size, size])
})
