import type { Words } from '#values/words.ts'

export const factorWords = {
  title: { vi: 'Đăng nhập hai bước', en: 'Two-step sign-in' },
  lead: {
    vi: 'Ngoài mật khẩu, đăng nhập còn hỏi thứ chỉ bạn có: lộ mật khẩu cũng chưa ai vào được.',
    en: 'Beside the password, signing in asks for something only you have: a known password is not enough.',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  must: {
    vi: 'Tài khoản này phải có yếu tố xác thực thứ hai. Thêm một cái bên dưới rồi làm tiếp.',
    en: 'This account must have a second factor. Add one below to go on.',
  },
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  app: { vi: 'Ứng dụng tạo mã', en: 'Authenticator app' },
  appText: {
    vi: 'Ứng dụng trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP…) cứ 30 giây hiện một mã 6 số.',
    en: 'An app on your phone (Google Authenticator, Microsoft Authenticator, FreeOTP…) shows 6 new digits every 30 seconds.',
  },
  none: { vi: 'chưa có', en: 'none yet' },
  since: { vi: 'dùng từ {day}', en: 'since {day}' },
  add: { vi: 'Thêm ứng dụng', en: 'Add an app' },
  remove: { vi: 'Gỡ ứng dụng', en: 'Remove the app' },
  scan: { vi: '1. Quét mã QR này bằng ứng dụng', en: '1. Scan this QR code with the app' },
  type: {
    vi: 'Không quét được thì gõ khóa này vào ứng dụng:',
    en: 'If it cannot be scanned, type this key into the app:',
  },
  code: { vi: '2. Nhập mã 6 số ứng dụng đang hiện', en: '2. Type the 6 digits that the app shows' },
  turnOn: { vi: 'Bật', en: 'Turn on' },
  codes: { vi: 'Mã dự phòng', en: 'Recovery codes' },
  codesText: {
    vi: 'Dùng thay mã 6 số khi mất điện thoại, mỗi mã một lần.',
    en: 'They stand for the 6 digits when the phone is lost, each once.',
  },
  left: { vi: 'còn {count} mã', en: '{count} left' },
  renew: { vi: 'Lấy bộ mã mới', en: 'Get new codes' },
  renewText: { vi: 'Bộ cũ hết dùng được ngay.', en: 'The old ones are void at once.' },
  once: { vi: 'Mã dự phòng của bạn, chỉ hiện lần này', en: 'Your recovery codes, shown this once' },
  onceText: {
    vi: 'In ra hoặc chép lại, cất xa điện thoại.',
    en: 'Print or write them down; keep them apart from the phone.',
  },
} as const satisfies Record<string, Words>
