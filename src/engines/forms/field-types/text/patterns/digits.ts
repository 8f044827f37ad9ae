import type { Words } from '#values/words.ts'
import { joined, type Pattern } from './pattern.ts'

interface DigitNumber {
  /** The allowed counts of digits, rising. */
  readonly counts: readonly number[]
  /** How the digits are grouped when shown, from the left. */
  readonly groups: readonly number[]
  /** Where to look again: `Xem lại nhóm cuối trên thẻ.` */
  readonly look: Words
  readonly keyboard?: Pattern['keyboard']
}

const onTheCard: Words = { vi: 'Xem lại nhóm cuối trên thẻ.', en: 'Check the last group on the card.' }

/** A number of a fixed count of digits. Tells how many are there and how many are needed. */
export function digits({ counts, groups, look, keyboard = 'numeric' }: DigitNumber): Pattern {
  return {
    tidy: joined,
    wrong: (text) => wrongDigits(text, counts, look),
    show: (text) => grouped(text, groups),
    mask: (text) => (text.length > 3 ? grouped(`${text.slice(0, -3)}***`, groups) : '***'),
    keyboard,
  }
}

export function wrongDigits(text: string, counts: readonly number[], look: Words): Words | undefined {
  if (!/^\d*$/.test(text)) {
    return { vi: 'Chỉ ghi chữ số, bỏ chữ cái và dấu.', en: 'Digits only; leave out letters and signs.' }
  }
  if (counts.includes(text.length)) return undefined
  const needed = { vi: counts.join(' hoặc '), en: counts.join(' or ') }
  if (text.length > (counts.at(-1) ?? 0)) {
    return {
      vi: `Có ${text.length} chữ số, chỉ cần ${needed.vi}. Bỏ chữ số thừa. ${look.vi}`,
      en: `There are ${text.length} digits, only ${needed.en} are needed. Remove the extra ones. ${look.en}`,
    }
  }
  return {
    vi: `Mới có ${text.length} chữ số, cần đủ ${needed.vi}. ${look.vi}`,
    en: `Only ${text.length} digits so far, ${needed.en} are needed. ${look.en}`,
  }
}

/** `024168009123` in groups of three → `024 168 009 123`; what is left over stands at the end. */
export function grouped(text: string, groups: readonly number[]): string {
  const parts: string[] = []
  let at = 0
  for (const size of groups) {
    if (at >= text.length) break
    parts.push(text.slice(at, at + size))
    at += size
  }
  return at < text.length ? [...parts, text.slice(at)].join(' ') : parts.join(' ')
}

const threes = [3, 3, 3, 3]

/** CMND, 9 digits. */
export const cmnd = digits({ counts: [9], groups: threes, look: onTheCard })
/** CMND or CCCD. */
export const identityNumber = digits({ counts: [9, 12], groups: threes, look: onTheCard })
/** Giấy phép lái xe bằng vật liệu PET: 12 digits (TT 12/2017/TT-BGTVT). */
export const drivingLicence = digits({ counts: [12], groups: threes, look: onTheCard })
/** Mã số đơn vị có quan hệ với ngân sách: 7 digits (TT 185/2015/TT-BTC). */
export const budgetUnitCode = digits({
  counts: [7],
  groups: [7],
  look: { vi: 'Xem lại giấy chứng nhận mã số.', en: 'Check the code certificate.' },
})
/** Mã số bảo hiểm xã hội: 10 digits. */
export const socialInsurance = digits({
  counts: [10],
  groups: [10],
  look: { vi: 'Xem lại sổ bảo hiểm hoặc thẻ bảo hiểm y tế.', en: 'Check the insurance book or card.' },
})

/** A class of the Vietnam Standard Industrial Classification (VSIC), as businesses register by. */
export const industryCode = digits({
  counts: [4],
  groups: [4],
  look: { vi: 'Xem lại bảng mã ngành kinh tế.', en: 'Check the list of industries.' },
})
