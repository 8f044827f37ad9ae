import type { Listener } from '#kernel/operations/engine.ts'
import { tell } from './tell.ts'

interface Merged {
  readonly personId: string
  readonly login: string
  readonly gone: string
}

/** Tells a person that two of their accounts became one, and by which login they sign in. */
export const tellMerged = (publicUrl: string): Listener => ({
  event: 'identity.merged',
  name: 'tell-merged',
  async run(ctx, { personId, login, gone }: Merged, eventId) {
    const words = {
      vi: `Hai tài khoản của ông/bà đã gộp làm một: từ nay đăng nhập bằng ${login}, không dùng ${gone} nữa. Hồ sơ, đơn viết dở, tin nhắn giữ nguyên.`,
      en: `Your two accounts became one: sign in as ${login}, not as ${gone}. Dossiers, drafts and messages are all kept.`,
    }
    const link = '/trang-cua-toi/thong-tin'
    await tell(
      ctx.tx,
      { personId, to: 'citizen', kind: 'identity.merged', words, link, dedupe: eventId, byEmail: true, at: ctx.now() },
      publicUrl,
    )
  },
})
