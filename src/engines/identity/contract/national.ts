import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { brakes } from '../brakes.ts'
import { Session } from './session.ts'
import { identityProblems } from './problems.ts'

const goToCounter = {
  vi: 'Hãy mang thẻ căn cước đến bất kỳ quầy một cửa nào; chưa có gì bị thay đổi.',
  en: 'Bring your identity card to any one-stop counter; nothing was changed.',
}
const alsoAtCounter = (vi: string, en: string): ProblemKind => ({
  status: 409,
  message: { vi: `${vi} ${goToCounter.vi}`, en: `${en} ${goToCounter.en}` },
})

export const nationalProblems = {
  nationalOff: {
    status: 404,
    message: {
      vi: 'Nơi này chưa nối với đăng nhập của Cổng Dịch vụ công quốc gia.',
      en: 'Signing in by the national portal is not set up here.',
    },
  },
  nationalDown: {
    status: 503,
    message: {
      vi: 'Cổng Dịch vụ công quốc gia chưa trả lời. Ông/bà vẫn đăng nhập được bằng mật khẩu, hoặc thử lại sau ít phút.',
      en: 'The national portal does not answer. You can still sign in with your password, or try again in some minutes.',
    },
  },
  nationalCancelled: {
    status: 409,
    message: {
      vi: 'Ông/bà đã dừng ở Cổng Dịch vụ công quốc gia. Chưa có gì bị thay đổi.',
      en: 'You stopped at the national portal. Nothing was changed.',
    },
  },
  nationalOver: {
    status: 409,
    message: {
      vi: 'Lượt đăng nhập này đã dùng, đã quá 10 phút, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại từ trang đăng nhập.',
      en: 'This sign-in was used, is older than 10 minutes, or began in another browser. Begin again at the sign-in page.',
    },
  },
  nationalUnproven: {
    status: 409,
    message: {
      vi: 'Câu trả lời của Cổng Dịch vụ công quốc gia không kiểm chứng được, nên chưa đăng nhập. Hãy bắt đầu lại; nếu vẫn vậy thì báo cho quản trị.',
      en: 'What the national portal answered could not be verified, so you are not signed in. Begin again, and tell the administrators if it stays so.',
    },
  },
  nationalIncomplete: alsoAtCounter(
    'Cổng Dịch vụ công quốc gia không gửi đủ số định danh, họ tên và ngày sinh của ông/bà.',
    'The national portal did not send your personal number, name and birth date.',
  ),
  nationalOtherFacts: alsoAtCounter(
    'Họ tên hoặc ngày sinh ở Cổng Dịch vụ công quốc gia khác với điều tỉnh đang ghi cho số định danh này, nên chưa nối tài khoản.',
    'The name or birth date at the national portal differs from what the province has for this number, so the accounts were not joined.',
  ),
  nationalBoundElsewhere: alsoAtCounter(
    'Tài khoản quốc gia này đã nối với một tài khoản khác ở đây.',
    'This national account is already joined with another account here.',
  ),
  accountBoundElsewhere: alsoAtCounter(
    'Tài khoản của ông/bà ở đây đã nối với một tài khoản quốc gia khác.',
    'Your account here is already joined with another national account.',
  ),
  accountShut: alsoAtCounter('Tài khoản của số này ở đây đã bị khóa.', 'The account of this number is disabled here.'),
} as const satisfies Record<string, ProblemKind>

/** What the browser that began a sign-in keeps, out of the reach of scripts; empty where it keeps nothing any more. */
const Browser = z.string().max(100)

export const nationalContract = {
  startNationalSignOn: operation(
    {
      title: { vi: 'Bắt đầu đăng nhập bằng Cổng quốc gia', en: 'Begin to sign in by the national portal' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      limits: { signOn: brakes.signOn },
      problems: { ...nationalProblems, signInWait: identityProblems.signInWait },
    },
    { method: 'POST', path: '/identity/national-sign-ons' },
  )
    .input(z.strictObject({ next: z.string().max(500).default('/') }))
    .output(z.object({ url: z.string(), browser: z.string(), expiresAt: z.date() })),

  finishNationalSignOn: operation(
    {
      title: { vi: 'Nhận trả lời của Cổng quốc gia', en: 'Take the answer of the national portal' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      problems: nationalProblems,
    },
    { method: 'POST', path: '/identity/national-sign-ons/answer' },
  )
    .input(z.strictObject({ browser: Browser, answer: z.string().max(4000), agent: z.string().max(300).optional() }))
    .output(z.object({ next: z.string(), session: Session.nullable() })),

  viewNationalFacts: operation(
    {
      title: { vi: 'Xem điều Cổng quốc gia gửi về', en: 'See what the national portal sent' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      problems: nationalProblems,
    },
    { method: 'POST', path: '/identity/national-sign-ons/facts' },
  )
    .input(z.strictObject({ browser: Browser }))
    .output(
      z.object({
        at: z.date(),
        fullName: z.string(),
        birthDate: z.string(),
        /** The last digits are left out: a passer-by reads the screen too. */
        personalId: z.string(),
        phone: z.string().nullable(),
        enterprise: z.object({ code: z.string(), name: z.string() }).nullable(),
        /** The account that the person's number has here already, and whether an officer ever saw its owner's card. */
        account: z.object({ openedAt: z.date(), isSeen: z.boolean() }).nullable(),
        /** Whether somebody else opened an account under the number, which is closed when this one is joined. */
        shutsOut: z.boolean(),
      }),
    ),

  bindNationalAccount: operation(
    {
      title: { vi: 'Nối tài khoản quốc gia', en: 'Join the national account' },
      kind: 'write',
      permission: 'anyone',
      holdsSecret: true,
      problems: nationalProblems,
    },
    { method: 'POST', path: '/identity/national-sign-ons/binding' },
  )
    .input(z.strictObject({ browser: Browser, agent: z.string().max(300).optional() }))
    .output(z.object({ next: z.string(), session: Session })),
}
