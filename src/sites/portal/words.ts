import type { Words } from '#values/words.ts'

/** Words of the portal that stand on more than one page. */
export const portalWords = {
  name: { vi: 'Cổng Dịch vụ công', en: 'Public Service Portal' },
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  lookUp: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  questions: { vi: 'Hỏi đáp', en: 'Questions' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  satisfaction: { vi: 'Người dân hài lòng đến đâu', en: 'How satisfied people are' },
  bookTime: { vi: 'Đặt hẹn đến Trung tâm', en: 'Book a time at the centre' },
  askUs: { vi: 'Gửi câu hỏi, phản ánh', en: 'Ask or tell us' },
  verify: { vi: 'Kiểm tra giấy tờ', en: 'Verify a paper' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  mine: { vi: 'Của tôi', en: 'My\u00a0page' },
  searchHint: { vi: 'Ví dụ: doi bang lai', en: 'Such as: driving licence' },
  home: { vi: 'Trang chủ', en: 'Home' },
  help: { vi: 'Cần giúp', en: 'Help' },
  about: { vi: 'Về cổng này', en: 'About this portal' },
  accessibility: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  programming: { vi: 'Giao diện lập trình', en: 'Programming interface' },
  trailHeads: { vi: 'Sổ niêm phong nhật ký', en: 'Seals of the audit trail' },
  personalData: { vi: 'Dữ liệu cá nhân của ông/bà', en: 'Your personal data' },
  call: { vi: 'Gọi {line} (miễn phí)', en: 'Call {line} (free)' },
} as const satisfies Record<string, Words>

/** Life events in the order and with the signs of the home page. */
export const lifeEvents = [
  { slug: 'birth', icon: 'baby-carriage', words: { vi: 'Sinh con', en: 'Having a child' } },
  { slug: 'marriage', icon: 'heart', words: { vi: 'Kết hôn', en: 'Getting married' } },
  { slug: 'housing', icon: 'home', words: { vi: 'Xây, sửa nhà', en: 'Building a house' } },
  { slug: 'land', icon: 'map-pin', words: { vi: 'Đất đai, sang tên', en: 'Land and title' } },
  { slug: 'driving', icon: 'car', words: { vi: 'Lái xe, vận tải', en: 'Driving and transport' } },
  { slug: 'business', icon: 'building-store', words: { vi: 'Mở cửa hàng, công ty', en: 'Opening a business' } },
  { slug: 'work', icon: 'briefcase', words: { vi: 'Việc làm, thất nghiệp', en: 'Work' } },
  { slug: 'study', icon: 'school', words: { vi: 'Học hành', en: 'Schooling' } },
  {
    slug: 'social-support',
    icon: 'heart-handshake',
    words: { vi: 'Người có công, trợ giúp', en: 'Merit and support' },
  },
  { slug: 'death', icon: 'candle', words: { vi: 'Người thân qua đời', en: 'A death in the family' } },
] as const

/** How long, in the words of a citizen. */
export function limitWords(limit: { amount: number; unit: string }): Words {
  const { amount, unit } = limit
  if (unit === 'within-day') return { vi: 'Trong ngày', en: 'The same day' }
  if (unit === 'working-hour') return { vi: `${amount} giờ làm việc`, en: `${amount} working hours` }
  if (unit === 'calendar-day') return { vi: `${amount} ngày`, en: `${amount} days` }
  return { vi: `${amount} ngày làm việc`, en: `${amount} working days` }
}

/** Until when of a day a limit within the day counts that day. */
export const cutOffWords: Words = {
  vi: 'Nơi tiếp nhận nhận hồ sơ sau {time} thì tính từ ngày làm việc tiếp theo.',
  en: 'What the counter receives after {time} counts from the next working day.',
}

/** What the online levels mean to whoever files (NĐ 43/2011). */
export const levelWords: Readonly<Record<number, Words>> = {
  1: { vi: 'Xem hướng dẫn, nộp tại quầy', en: 'Guidance only; file at the counter' },
  2: { vi: 'Tải mẫu đơn, nộp tại quầy', en: 'Download forms; file at the counter' },
  3: { vi: 'Nộp trên mạng, đến quầy một lần', en: 'File online, one visit to the counter' },
  4: { vi: 'Làm trọn trên mạng', en: 'Everything online' },
}
