import type { Words } from '#values/words.ts'

/** What was just done, as the key bar says it; `{count}` where it was done to several at once. */
export const doneWords = {
  act: { vi: 'Đã xong bước vừa rồi', en: 'Step done' },
  return: { vi: 'Đã trả lại', en: 'Returned' },
  opinion: { vi: 'Đã ghi ý kiến', en: 'Opinion written' },
  take: { vi: 'Bạn đã nhận việc', en: 'You took it' },
  assign: { vi: 'Đã phân công lại', en: 'Re-assigned' },
  later: { vi: 'Đã cất, sẽ nhắc lại', en: 'Put away; you will be reminded' },
  pay: { vi: 'Đã ghi thu lệ phí', en: 'Fee taken' },
  exemption: { vi: 'Đã quyết định miễn, giảm phí', en: 'Exemption decided' },
  supplement: { vi: 'Đã gửi yêu cầu bổ sung, hồ sơ dừng tính giờ', en: 'Asked to supplement; the clock stands' },
  supplied: { vi: 'Đã bổ sung tại quầy, hồ sơ tính giờ tiếp', en: 'Supplemented at the counter; the clock goes on' },
  withdrawn: { vi: 'Đã rút hồ sơ theo đơn', en: 'Withdrawn on request' },
  undo: { vi: 'Đã hoàn tác', en: 'Undone' },
  'many-act': { vi: 'Đã chuyển {about} việc', en: '{about} passed on' },
  'many-take': { vi: 'Bạn đã nhận {about} việc', en: 'You took {about}' },
  'many-assign': { vi: 'Đã phân công lại {about} việc', en: '{about} re-assigned' },
  'many-later': { vi: 'Đã cất {about} việc, sẽ nhắc lại', en: '{about} put away' },
} as const satisfies Record<string, Words>

/** Said where an act cannot be taken back. */
export const finalWords: Words = {
  vi: 'đã báo người nộp hoặc đã cấp số, không hoàn tác được',
  en: 'the applicant is told or a number was given: it cannot be undone',
}

export type DoneWhat = keyof typeof doneWords

/** What was just done, and the keys by which it can be taken back: `act:<dossier>`, `task:<task>`. */
export interface Done {
  readonly what: DoneWhat
  /** The dossier's code, or how many. */
  readonly about: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly undo: readonly string[]
}

/** As an address says it. */
export const writeDone = ({ what, about, at, undo }: Done): string => [what, at, about || '-', ...undo].join(' ')

/** What an address says was done; anything else is nothing. */
export function readDone(text: string | undefined): Done | undefined {
  const [what = '', at, about = '-', ...undo] = text?.split(' ') ?? []
  if (!Object.hasOwn(doneWords, what)) return undefined
  return { what: what as DoneWhat, about: about === '-' ? '' : about, at: Number(at) || 0, undo }
}
