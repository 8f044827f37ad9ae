import { expect, test } from 'vitest'
import { readText } from '../../../../sandbox/smsc/wire.ts'
import { septetsOf } from './gsm-7.ts'
import { mobileOf } from './phone.ts'
import { bytesOf, partBytes } from './sms-bytes.ts'
import { splitSms } from './split-sms.ts'
import { smsTextOf } from '../template/template-shape.ts'

const partsOf = (text: string) => splitSms(text).parts.length

test.each([
  ['unaccented', 'a', 160, 153],
  ['with Vietnamese letters', 'ạ', 70, 67],
])('a text %s is one part up to its limit, and counts by joined parts beyond it', (_, sign, alone, joined) => {
  expect(partsOf(sign.repeat(alone))).toBe(1)
  expect(partsOf(sign.repeat(alone + 1))).toBe(2)
  expect(partsOf(sign.repeat(joined * 2))).toBe(2)
  expect(partsOf(sign.repeat(joined * 2 + 1))).toBe(3)
})

test('one letter with a Vietnamese mark makes the whole text cost more than twice as much', () => {
  expect(partsOf('a'.repeat(150))).toBe(1)
  expect(partsOf(`${'a'.repeat(149)}đ`)).toBe(3)
})

test('signs of the extension count twice and are never cut in two', () => {
  expect(partsOf('['.repeat(80))).toBe(1)
  expect(partsOf('['.repeat(81))).toBe(2)
  // 152 septets and a bracket: it does not fit into 153.
  const { parts } = splitSms(`${'a'.repeat(152)}[${'b'.repeat(20)}`)
  expect(parts.map((part) => part.length)).toEqual([152, 21])
})

test('a sign of two units is never cut in two', () => {
  const { parts } = splitSms(`${'ạ'.repeat(66)}😀${'ạ'.repeat(20)}`)
  expect(parts[0]).toBe('ạ'.repeat(66))
  expect(parts[1]?.startsWith('😀')).toBe(true)
})

test('what is cut and sent reads the same on the phone', () => {
  for (const text of [
    'Ho so 123 da co ket qua. [Xem] {ma} ~ 5€ \\ | ^ à é ù'.repeat(7),
    'Hồ sơ đã có kết quả 😀 ắ ễ ộ ự'.repeat(9),
    '',
  ]) {
    const whole = splitSms(text)
    const coding = whole.encoding === 'ucs-2' ? 8 : 0
    expect(whole.parts.map((part) => readText(bytesOf(part, whole.encoding), coding)).join('')).toBe(text)
    for (const [at] of whole.parts.entries()) expect(partBytes(whole, at + 1, 7).length).toBeLessThanOrEqual(160)
  }
})

test('each of the 127 letters of the alphabet is one septet of its own, those of the extension two', () => {
  const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).flatMap((sign) => {
    const septets = septetsOf(sign)
    return septets === undefined ? [] : [septets.join(' ')]
  })
  expect(all.filter((one) => !one.includes(' '))).toHaveLength(127)
  expect(all.filter((one) => one.includes(' '))).toHaveLength(10)
  expect(new Set(all).size).toBe(all.length)
})

test('only mobile numbers of Viet Nam are sent to', () => {
  expect(mobileOf('0912 345 678')).toBe('84912345678')
  expect(mobileOf('+84 912.345.678')).toBe('84912345678')
  for (const other of ['0204 3854 123', '+1 415 555 0100', '112', '', null, '09123456789'])
    expect(mobileOf(other)).toBeUndefined()
})

test('dashes and quotes of a name in an unaccented message cost no more parts', () => {
  const text = smsTextOf(
    { plain: 'Ho so {code} da nhan tai {place}', accented: '', isAccented: false },
    { code: 'H02-1', place: 'Trung tâm “Một cửa” – cơ sở\u00a02…' },
  )
  expect(text).toBe('Ho so H02-1 da nhan tai Trung tam "Mot cua" - co so 2...')
  expect(splitSms(text).encoding).toBe('gsm-7')
})
