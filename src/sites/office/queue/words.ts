import type { Words } from '#values/words.ts'

/** Words of the desk and the centre that stand on more than one screen. */
export const queueWords = {
  next: { vi: 'gọi số kế tiếp', en: 'next number' },
  again: { vi: 'gọi lại', en: 'call again' },
  absent: { vi: 'vắng', en: 'not there' },
  done: { vi: 'xong', en: 'done' },
  desk: { vi: 'Quầy {desk}', en: 'Desk {desk}' },
  minutes: { vi: '{count} phút', en: '{count} min' },
  devices: { vi: 'Máy của sảnh', en: 'Machines of the hall' },
  services: { vi: 'Việc và quầy', en: 'Services and desks' },
  times: { vi: 'Thời gian chờ', en: 'Waiting times' },
  state: {
    open: { vi: 'Đang mở', en: 'Open' },
    paused: { vi: 'Tạm nghỉ', en: 'Paused' },
    closed: { vi: 'Chưa mở', en: 'Closed' },
  },
} as const satisfies Record<string, Words | Record<string, Words>>

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
