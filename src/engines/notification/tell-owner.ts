import type { Listener } from '#kernel/operations/engine.ts'
import type { Words } from '#values/words.ts'
import { factorsChanged, type FactorChange } from '#engines/identity/index.ts'
import { tell } from './tell.ts'

const words: Readonly<Record<FactorChange, Words>> = {
  'app-added': {
    vi: 'Tài khoản vừa thêm ứng dụng tạo mã để đăng nhập.',
    en: 'An authenticator app was added to your account.',
  },
  'app-removed': {
    vi: 'Tài khoản vừa gỡ ứng dụng tạo mã.',
    en: 'The authenticator app was removed from your account.',
  },
  'passkey-added': {
    vi: 'Tài khoản vừa thêm một khóa truy cập.',
    en: 'A passkey was added to your account.',
  },
  'passkey-removed': {
    vi: 'Tài khoản vừa gỡ một khóa truy cập.',
    en: 'A passkey was removed from your account.',
  },
  'codes-renewed': {
    vi: 'Tài khoản vừa lấy bộ mã dự phòng mới; bộ cũ không dùng được nữa.',
    en: 'Your account has new recovery codes; the old ones are void.',
  },
  reset: {
    vi: 'Quản trị viên vừa gỡ mọi yếu tố xác thực thứ hai của tài khoản và đóng các phiên đang mở.',
    en: 'An administrator reset the second factors of your account and ended its sessions.',
  },
}

const ifNot: Words = {
  vi: 'Không phải mình làm hoặc nhờ? Đổi mật khẩu ngay và báo quản trị viên.',
  en: 'Was it not you, or at your wish? Change your password now and tell an administrator.',
}

/** Whoever an account belongs to hears of each change of its factors, also by e-mail (ASVS V6.3.7). */
export const tellOwner = (publicUrl: string): Listener => ({
  event: factorsChanged,
  name: 'tell-owner-of-account',
  async run(ctx, { personId, change, at }: { personId: string; change: FactorChange; at: string }, eventId: string) {
    const { vi, en } = words[change]
    await tell(
      ctx.tx,
      {
        personId,
        to: 'staff',
        kind: factorsChanged,
        words: { vi: `${vi} ${ifNot.vi}`, en: `${en} ${ifNot.en}` },
        link: '/can-bo/tai-khoan',
        dedupe: eventId,
        byEmail: true,
        // Of the change: two that are told together stand in the order in which they were made.
        at: new Date(at),
      },
      publicUrl,
    )
  },
})
