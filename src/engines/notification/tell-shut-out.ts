import type { Listener } from '#kernel/operations/engine.ts'
import { identityProblems } from '#engines/identity/contract.ts'
import { tell } from './tell.ts'

interface ShutOut {
  readonly strangerId: string
  readonly ownerId: string
}

/** Tells both that an account is closed which one opened under the number of the other; neither hears anything of the other. */
export const tellShutOut = (publicUrl: string): Listener => ({
  event: 'identity.shutOut',
  name: 'tell-shut-out',
  async run(ctx, { strangerId, ownerId }: ShutOut, eventId) {
    const both = { to: 'citizen' as const, kind: 'identity.shutOut', dedupe: eventId, byEmail: true, at: ctx.now() }
    await tell(ctx.tx, { ...both, personId: strangerId, words: identityProblems.accountShutOut.message }, publicUrl)
    await tell(ctx.tx, { ...both, personId: ownerId, words: closed, link: '/trang-cua-toi/thong-tin' }, publicUrl)
  },
})

const closed = {
  vi: 'Trước đó có người mở tài khoản trên mạng bằng số định danh của ông/bà, với họ tên hoặc ngày sinh khác. Tài khoản ấy đã đóng. Hồ sơ họ đã nộp vẫn đứng tên họ khai, không thuộc ông/bà.',
  en: 'Somebody had opened an account online under your number, with another name or birth date. It is closed. What they filed stays in the name they stated and is not yours.',
}
