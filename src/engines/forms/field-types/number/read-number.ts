import type { Words } from '#values/words.ts'

/** A double holds every whole number up to here exactly. */
export const largest = 9e15

export type NumberRead = { readonly number: number } | { readonly wrong: Words }

/**
 * Reads a number as people in Viet Nam type it: `1.234.567`, `1 234 567`, `12,5`; a lone dot that cannot part thousands
 * is taken for a comma. `decimals` is how many places are allowed; nothing is ever rounded silently.
 */
export function readNumber(typed: string, decimals: number): NumberRead {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/^[-–−]/, '-')
  const plain = plainDigits(text, decimals)
  if (plain === undefined) return { wrong: notANumber }
  return checkNumber(Number(plain), plain.split('.')[1]?.length ?? 0, decimals)
}

/** Checks a number that came as JSON in the same way. */
export function takeNumber(value: number, decimals: number): NumberRead {
  if (!Number.isFinite(value)) return { wrong: notANumber }
  const places = Number(value.toFixed(decimals)) === value ? 0 : decimals + 1
  return checkNumber(value, places, decimals)
}

function checkNumber(number: number, places: number, decimals: number): NumberRead {
  if (places > decimals) return { wrong: decimals === 0 ? wholeOnly : tooManyPlaces(decimals) }
  if (Math.abs(number) * 10 ** decimals > largest) return { wrong: tooLarge }
  return { number: number === 0 ? 0 : number }
}

/** The digits with a decimal point and no thousands, or undefined. */
function plainDigits(text: string, decimals: number): string | undefined {
  if (text.length > 40 || !/^-?\d[\d.,]*$/.test(text)) return undefined
  const commas = text.split(',').length - 1
  const dots = text.split('.').length - 1
  const thousandsByDot = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/
  const thousandsByComma = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
  if (commas === 0 && dots === 0) return text
  if (thousandsByDot.test(text)) return text.replaceAll('.', '').replace(',', '.')
  // `1,234` is a decimal in Viet Nam, unless only whole numbers are asked for; `1,234,567` can only be thousands.
  if (thousandsByComma.test(text) && (commas > 1 || dots > 0 || decimals === 0)) return text.replaceAll(',', '')
  if (commas + dots === 1) return /[.,]\d+$/.test(text) ? text.replace(',', '.') : undefined
  return undefined
}

/** `1234567.5` → `1.234.567,5`, as numbers are written in Viet Nam, in both languages; at most `decimals` places. */
export function showNumber(value: number, decimals: number): string {
  const [whole = '', places = ''] = Math.abs(value).toFixed(decimals).split('.')
  const rest = places.replace(/0+$/, '')
  const sign = value < 0 ? '-' : ''
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${rest === '' ? '' : `,${rest}`}`
}

const notANumber: Words = {
  vi: 'Chỗ này cần một số, ví dụ 1.250. Bỏ chữ và dấu khác.',
  en: 'A number is needed here, such as 1.250. Leave out words and other signs.',
}
const wholeOnly: Words = { vi: 'Chỉ nhận số nguyên, không có phần lẻ.', en: 'Whole numbers only, without decimals.' }
const tooLarge: Words = { vi: 'Số này quá lớn. Xem lại số chữ số.', en: 'This number is too large. Check its digits.' }
const tooManyPlaces = (decimals: number): Words => ({
  vi: `Chỉ ghi tối đa ${decimals} chữ số sau dấu phẩy.`,
  en: `At most ${decimals} digits after the comma.`,
})
