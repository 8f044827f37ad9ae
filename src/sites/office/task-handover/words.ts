import type { Words } from '#values/words.ts'

/** Words that stand on more than one screen about work handed over. */
export const handoverWords = {
  goes: { vi: '{name} chuyển đi từ {day}', en: '{name} goes on {day}' },
  leaves: { vi: '{name} thôi việc từ {day}', en: '{name} leaves on {day}' },
  counts: {
    vi: '{given} / {total} đã có người, {accepted} đã nhận',
    en: '{given} of {total} given, {accepted} accepted',
  },
  minutes: { vi: 'Biên bản bàn giao', en: 'Hand-over minutes' },
  nobody: { vi: 'Chưa có người nhận', en: 'Nobody yet' },
} as const satisfies Record<string, Words>
