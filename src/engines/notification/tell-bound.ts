import type { Listener } from '#kernel/operations/engine.ts'
import { tell } from './tell.ts'

interface Bound {
  readonly personId: string
  readonly passwordEnded: boolean
}

/** Tells a person that a national account opens their account from now on, and what became of a password that was not surely theirs. */
export const tellBound = (publicUrl: string): Listener => ({
  event: 'identity.bound',
  name: 'tell-bound',
  async run(ctx, { personId, passwordEnded }: Bound, eventId) {
    const words = passwordEnded ? { vi: `${joined.vi} ${ended.vi}`, en: `${joined.en} ${ended.en}` } : joined
    const link = '/trang-cua-toi/thong-tin'
    await tell(
      ctx.tx,
      { personId, to: 'citizen', kind: 'identity.bound', words, link, dedupe: eventId, byEmail: true, at: ctx.now() },
      publicUrl,
    )
  },
})

const joined = {
  vi: 'Tài khoản của ông/bà đã nối với tài khoản quốc gia. Không phải ông/bà làm thì báo ngay quầy một cửa.',
  en: 'Your account is joined with your national account. If it was not you, tell a one-stop counter at once.',
}

const ended = {
  vi: 'Tài khoản này trước đó mở trên mạng, chưa ai xem thẻ căn cước: mật khẩu cũ vì thế không dùng được nữa, mọi máy đã đăng nhập đều bị thoát. Hồ sơ và đơn viết dở vẫn còn.',
  en: 'It had been opened online and no officer had seen a card: the old password works no more and all devices were signed out. Dossiers and drafts are still there.',
}
