import type { Words } from '#values/words.ts'
import { grouped, wrongDigits } from './digits.ts'
import { joined, type Pattern } from './pattern.ts'

const look: Words = {
  vi: 'Xem lại giấy chứng nhận đăng ký.',
  en: 'Check the registration certificate.',
}

/** `0101234567001` → `0101234567-001`: a branch has the ten digits of its enterprise, a dash and three more. */
const withDash = (typed: string): string => joined(typed).replace(/^(\d{10})(\d{3})$/, '$1-$2')
const withoutDash = (text: string): string => text.replace('-', '')

/** Mã số doanh nghiệp, also of a branch or a household business. The check digit has no public rule and is not tested. */
export const enterpriseCode: Pattern = {
  tidy: withDash,
  wrong: (text) => wrongDigits(withoutDash(text), [10, 13], look),
  show: (text) => text,
  mask: (text) => `${text.slice(0, 4)}***${text.slice(-2)}`,
  keyboard: 'numeric',
}

/** Mã số thuế: as above, or the personal number of a person or household (TT 86/2024/TT-BTC, from 1/7/2025). */
export const taxCode: Pattern = {
  ...enterpriseCode,
  wrong: (text) => wrongDigits(withoutDash(text), [10, 12, 13], look),
  show: (text) => (text.length === 12 ? grouped(text, [3, 3, 3, 3]) : text),
}
