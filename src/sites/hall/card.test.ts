import { expect, it } from 'vitest'
import { longestScan, readScan } from './card.ts'

/** What a scanner types at a kiosk: codes that count, and everything that only looks like one. */

const now = new Date('2026-11-27T03:00:00Z')
const card = (over: Readonly<Record<number, string>> = {}) => {
  const parts = [
    '024050001234',
    '123456789',
    'Ngô Thị Vui',
    '08031950',
    'Nữ',
    'Thôn Hạ, Nghĩa Hưng, Lạng Giang, Bắc Giang',
    '01012022',
  ]
  return parts.map((part, at) => over[at] ?? part).join('|')
}

it.each([
  ['a card of somebody older than sixty', card(), { kind: 'card', masked: 'N*** T*** V***', isElderly: true }],
  ['one whose sixtieth birthday is today', card({ 3: '27111966' }), { kind: 'card', isElderly: true }],
  ['one whose sixtieth birthday is tomorrow', card({ 3: '28111966' }), { kind: 'card', isElderly: false }],
  ['one born on 29 February, on 1 March of another year', card({ 3: '29021960' }), { kind: 'card', isElderly: true }],
  [
    'one read by a scanner that knows no Vietnamese',
    card({ 2: 'Ng? Th? Vui' }),
    { masked: 'N*** T*** V***', isElderly: true },
  ],
  [
    'one whose marks are letters of their own',
    card({ 2: 'Đặng Thị Ổi'.normalize('NFD') }),
    { masked: 'Đ*** T*** Ổ***' },
  ],
  ['an old card of nine digits', card({ 0: '123456789' }), { kind: 'card' }],
  ['a slip', 'https://dvc.example/tra-cuu/H02.14-201124-0037', { kind: 'slip', code: 'H02.14-201124-0037' }],
  ['an appointment', ' DL-7K3M9QXA ', { kind: 'appointment', code: 'DL-7K3M9QXA' }],
])('%s is read', (_, text, read) => expect(readScan(text, now)).toMatchObject(read))

it.each([
  ['a day of birth that is none', card({ 3: '31021950' })],
  ['a day of birth that is misread', card({ 3: '0803195' })],
  ['a day to come', card({ 3: '08032050' })],
  ['a year before anybody lived', card({ 3: '08031050' })],
  ['no day of birth', card({ 3: '' })],
])('a card with %s is read and puts nobody forward', (_, text) =>
  expect(readScan(text, now)).toMatchObject({ kind: 'card', isElderly: false }),
)

it.each([
  ['nothing', ''],
  ['noise', '|||||||'],
  ['a number alone', '024050001234'],
  ['a number with a letter', card({ 0: '02405000I234' })],
  ['ten digits', card({ 0: '0240500012' })],
  ['a card without its name', card({ 2: '' })],
  ['a card whose name is a script', card({ 2: '<script>alert(1)</script>' })],
  ['a card whose name turns the direction of text', card({ 2: 'Ngô \u202e Vui' })],
  ['a card whose name is a number', card({ 2: '12345' })],
  ['a card whose name is a book', card({ 2: 'a'.repeat(101) })],
  ['a card that never ends', `${card()}${'|x'.repeat(longestScan)}`],
  ['half a card', '024050001234|123456789|Ngô Th'],
  ['a web address of somebody else', 'https://example.com/khuyen-mai?ma=DL-7K3M9QXA'],
  ['a slip that goes elsewhere', 'https://dvc.example/tra-cuu/'],
  ['a slip with a code that is too long', `https://dvc.example/tra-cuu/${'H'.repeat(60)}`],
  ['an appointment that is too long', 'DL-7K3M9QXA9'],
  ['an order to the machine', "DL-7K3M9QX'; drop table queue.ticket --"],
  ['a Wi-Fi code', 'WIFI:S:Trung tam;T:WPA;P:12345678;;'],
])('%s is nothing that is known', (_, text) => expect(readScan(text, now)).toBeUndefined())

it.each([
  ['markup', 'https://dvc.example/tra-cuu/H02<img src=x>', 'H02'],
  ['a query', 'https://dvc.example/tra-cuu/H02.14?x=<b>', 'H02.14'],
])('of a slip with %s only the code is kept', (_, text, code) =>
  expect(readScan(text, now)).toEqual({ kind: 'slip', code }),
)
