import type { Words } from '#values/words.ts'

/** How open dates move when days or office hours are declared. */
export const movedWords = {
  deadlines: { vi: 'Hạn của hồ sơ đang mở sẽ dời', en: 'Open deadlines that would move' },
  promises: { vi: 'Ngày hẹn trả sẽ dời, người nộp được báo', en: 'Promised days that would move; applicants are told' },
  supplements: {
    vi: 'Hạn nộp bổ sung sẽ dời, người nộp được báo',
    en: 'Days for a supplement that would move; applicants are told',
  },
  confirm: { vi: 'Khai và tính lại hạn', en: 'Declare and count again' },
  declared: { vi: 'Đã khai theo văn bản', en: 'Declared by document' },
  by: { vi: '{name} khai lúc {time}', en: '{name}, {time}' },
  undo: { vi: 'Hủy', en: 'Take back' },
  undone: { vi: 'Đã hủy', en: 'Taken back' },
} as const satisfies Record<string, Words>
