import type { Words } from '#values/words.ts'
import { grouped, wrongDigits } from './digits.ts'
import { joined, type Pattern } from './pattern.ts'

const look: Words = { vi: 'Xem lại số.', en: 'Check the number.' }

/** A phone number: ten digits (mobile), ten or eleven (02… land line), or an international one with `+`. Stored `0979123218` or `+8562…`. */
export const phone: Pattern = {
  tidy: (typed) =>
    joined(typed)
      .replace(/[()/]/g, '')
      .replace(/^00(?=[1-9])/, '+')
      .replace(/^(\+84|84(?=\d{9,10}$))0*/, '0'),
  wrong(text) {
    if (text.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(text) ? undefined : foreign
    const digits = wrongDigits(text, text.startsWith('02') ? [10, 11] : [10], look)
    if (digits !== undefined) return digits
    return /^0[2-9]/.test(text) ? undefined : start
  },
  show: (text) => (text.startsWith('+') ? text : grouped(text, [4, 3, 4])),
  mask: (text) => (text.length > 7 ? `${text.slice(0, 4)} *** ${text.slice(7)}` : '***'),
  keyboard: 'tel',
}

const foreign: Words = {
  vi: 'Số nước ngoài gồm dấu +, mã nước và số, ví dụ +856 20 5555 1234. Xem lại số.',
  en: 'A foreign number is +, the country code and the number, such as +856 20 5555 1234. Check the number.',
}

const start: Words = {
  vi: 'Số điện thoại bắt đầu bằng 03, 05, 07, 08, 09, hoặc 02 nếu là máy bàn. Xem lại hai số đầu.',
  en: 'A phone number begins with 03, 05, 07, 08, 09, or 02 for a land line. Check the first two digits.',
}
