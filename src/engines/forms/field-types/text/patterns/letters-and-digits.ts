import { mask } from '#values/text.ts'
import type { Words } from '#values/words.ts'
import { joined, type Pattern } from './pattern.ts'

interface Shape {
  readonly shape: RegExp
  /** How it is stored, in replacement groups of the shape. */
  readonly stored: (match: RegExpExecArray) => string
  readonly wrong: Words
}

/** A number of letters and digits, typed in any case and grouping. */
const letters = ({ shape, stored, wrong }: Shape): Pattern => ({
  tidy(typed) {
    const text = joined(typed).toUpperCase()
    const match = shape.exec(text)
    return match === null ? text : stored(match)
  },
  wrong: (text) => (shape.test(joined(text)) ? undefined : wrong),
  show: (text) => text,
  mask: (text) => mask(text, 3, 0),
  keyboard: 'text',
})

/** Hộ chiếu: Vietnamese ones have a letter and 7 or 8 digits; foreign ones differ, so only length and signs are tested. */
export const passport = letters({
  shape: /^[A-Z\d]{6,12}$/,
  stored: ([text]) => text,
  wrong: {
    vi: 'Số hộ chiếu gồm 6 đến 12 chữ cái và chữ số, ví dụ C1234567. Xem lại góc trên bên phải trang có ảnh.',
    en: 'A passport number has 6 to 12 letters and digits, such as C1234567. Check the top right of the photo page.',
  },
})

/** Thẻ bảo hiểm y tế: two letters and 13 digits, or since 1/4/2021 the ten digits of the insurance number. */
export const healthInsurance = letters({
  shape: /^([A-Z]{2}\d{13}|\d{10})$/,
  stored: ([text]) => text,
  wrong: {
    vi: 'Mã thẻ gồm 10 chữ số, hoặc 2 chữ cái và 13 chữ số. Xem lại dòng Mã số trên thẻ.',
    en: 'The card number has 10 digits, or 2 letters and 13 digits. Check the line Mã số on the card.',
  },
})

/** Biển số: `98A-123.45`, a motorbike `98B1-123.45`, older ones with four digits `98H-1234`. */
export const vehiclePlate = letters({
  shape: /^(\d{2}(?:[A-Z]{1,2}|[A-Z]\d))(\d{4,5})$/,
  stored: ([, series = '', number = '']) =>
    `${series}-${number.length === 5 ? `${number.slice(0, 3)}.${number.slice(3)}` : number}`,
  wrong: {
    vi: 'Biển số ghi như 98A-123.45 hoặc 98B1-123.45. Xem lại trên đăng ký xe.',
    en: 'Write the plate like 98A-123.45 or 98B1-123.45. Check the vehicle registration.',
  },
})

/** Số phát hành giấy chứng nhận quyền sử dụng đất: one or two letters and 6 to 8 digits. */
export const landCertificate = letters({
  shape: /^([A-ZĐ]{1,2})(\d{6,8})$/,
  stored: ([, series = '', number = '']) => `${series} ${number}`,
  wrong: {
    vi: 'Số phát hành gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số, ví dụ BM 123456. Xem lại cuối trang đầu của giấy chứng nhận.',
    en: 'The serial number has 1 or 2 letters and 6 to 8 digits, such as BM 123456. Check the foot of its first page.',
  },
})
