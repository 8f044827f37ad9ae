import type { Words } from '#values/words.ts'

/** Words of the office that stand on more than one screen. */
export const officeWords = {
  brand: { vi: 'Liên Thông', en: 'Liên Thông' },
  inbox: { vi: 'Hộp việc', en: 'Inbox' },
  dossiers: { vi: 'Hồ sơ thủ tục', en: 'Dossiers' },
  counterGroup: { vi: 'Một cửa', en: 'One-stop counter' },
  counter: { vi: 'Quầy một cửa', en: 'Counter' },
  handover: { vi: 'Bàn giao', en: 'Hand-over' },
  results: { vi: 'Trả kết quả', en: 'Hand out results' },
  book: { vi: 'Sổ theo dõi', en: 'Dossier book' },
  unitGroup: { vi: 'Đơn vị', en: 'Unit' },
  load: { vi: 'Tải việc', en: 'Work load' },
  askToRead: { vi: 'Xin xem hồ sơ', en: 'Ask to read' },
  delegations: { vi: 'Ủy quyền', en: 'Delegation' },
  adminGroup: { vi: 'Quản trị', en: 'Administration' },
  admin: { vi: 'Quản trị', en: 'Administration' },
  mineGroup: { vi: 'Của tôi', en: 'Mine' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  account: { vi: 'Tài khoản', en: 'Account' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  find: { vi: 'Tìm hồ sơ, người', en: 'Find dossiers, people' },
  unread: { vi: '{count} tin chưa đọc', en: '{count} unread messages' },
  connected: { vi: 'Đang kết nối', en: 'Connected' },
  offline: {
    vi: 'Mất kết nối. Những gì đang gõ vẫn còn trên màn hình này',
    en: 'Offline. What you are typing stays on this screen',
  },
  dark: { vi: 'Giao diện tối', en: 'Dark mode' },
  light: { vi: 'Giao diện sáng', en: 'Light mode' },
  system: { vi: 'Theo máy tính', en: 'As the computer' },
} as const satisfies Record<string, Words>
