import type { Priority } from '#engines/queue/contract.ts'
import { fill, say, type Language, type Words } from '#values/words.ts'

const words = {
  nobody: { vi: 'Không phải chờ', en: 'No waiting' },
  waits: { vi: '{count} người chờ, chừng {minutes} phút', en: '{count} waiting, some {minutes} minutes' },
  forecast: { vi: 'Chừng {minutes} phút', en: 'Some {minutes} minutes' },
  closed: { vi: 'Quầy chưa mở', en: 'No desk is open yet' },
  notOpen: { vi: '{count} người chờ, quầy chưa mở', en: '{count} waiting, no desk is open yet' },
}

/** How long one waits, in words. */
export function sayWait(
  { waiting, minutes }: { readonly waiting: number; readonly minutes: number | null },
  language: Language,
): string {
  if (minutes === null) return say(waiting === 0 ? words.closed : fill(words.notOpen, { count: waiting }), language)
  return say(waiting === 0 ? words.nobody : fill(words.waits, { count: waiting, minutes }), language)
}

/** The same in short, under a heading that says what it is. */
export const sayForecast = ({ minutes }: { readonly minutes: number | null }, language: Language): string =>
  say(minutes === null ? words.closed : minutes === 0 ? words.nobody : fill(words.forecast, { minutes }), language)

/** Who is called first. */
export const priorityWords: Readonly<Record<Priority, Words>> = {
  elderly: { vi: 'Người cao tuổi', en: 'Elderly' },
  pregnant: { vi: 'Phụ nữ có thai, bế con nhỏ', en: 'Pregnant, or with a small child' },
  disabled: { vi: 'Người khuyết tật', en: 'Disabled' },
  'war-invalid': { vi: 'Thương binh, người có công', en: 'War invalid, of merit' },
}
