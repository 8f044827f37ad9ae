import type { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { digits } from './digits.ts'
import type { Pattern } from './pattern.ts'

/** What a personal number tells: 3 place of birth registration, 1 century and sex, 2 birth year, 6 random (NĐ 137/2015, Điều 13). */
export interface PersonalIdFacts {
  readonly birthYear: number
  readonly sex: 'male' | 'female'
}

/** Reads the facts in a personal number; undefined if it is not 12 digits. Century digit: 0/1 for 19xx, 2/3 for 20xx, … even is male. */
export function readPersonalId(text: string): PersonalIdFacts | undefined {
  if (!/^\d{12}$/.test(text)) return undefined
  const century = Number(text[3])
  return {
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(text.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  }
}

const twelve = digits({
  counts: [12],
  groups: [3, 3, 3, 3],
  look: { vi: 'Xem lại nhóm cuối trên thẻ.', en: 'Check the last group on the card.' },
})

/** Số định danh cá nhân. Place codes are not checked against a list: it changes with mergers, and people keep their numbers. */
export const personalId: Pattern = {
  ...twelve,
  wrong: (text, today) => twelve.wrong(text, today) ?? wrongSense(text, today),
}

function wrongSense(text: string, today: PlainDate): Words | undefined {
  if (text.startsWith('000')) {
    return {
      vi: 'Ba chữ số đầu là mã tỉnh, không thể là 000. Xem lại nhóm đầu trên thẻ.',
      en: 'The first three digits are a province code and cannot be 000. Check the first group on the card.',
    }
  }
  const year = readPersonalId(text)?.birthYear ?? 0
  if (year <= Number(today.slice(0, 4))) return undefined
  return {
    vi: `Nhóm thứ hai ứng với năm sinh ${year}, chưa tới. Xem lại nhóm thứ hai trên thẻ.`,
    en: `The second group means the birth year ${year}, which has not come yet. Check the second group on the card.`,
  }
}
