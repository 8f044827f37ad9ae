import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'

const refusal = (vi: string, en: string): ProblemKind => ({ status: 409, message: { vi, en } })

export const mergeProblems = {
  mergeProvince: {
    status: 403,
    message: {
      vi: 'Tài khoản người dân là của cả tỉnh: chỉ quản trị toàn tỉnh gộp được.',
      en: 'Accounts of citizens belong to the whole province: only its administrators merge them.',
    },
  },
  mergeSelf: refusal('Đây là cùng một tài khoản.', 'This is one and the same account.'),
  mergeStaff: refusal(
    'Chỉ gộp tài khoản người dân; tài khoản cán bộ đi theo vị trí.',
    'Only accounts of citizens are merged; those of officials go with their posts.',
  ),
  mergeGone: refusal('Một trong hai tài khoản đã gộp hoặc đã khóa.', 'One of the two is merged or disabled already.'),
  mergeOthers: refusal(
    'Họ tên, ngày sinh hoặc số định danh khác nhau: đây là hai người. Sửa điều ghi sai ở quầy trước.',
    'Name, birth date or personal number differ: these are two people. Put right at a counter what is wrong first.',
  ),
  mergeSurer: refusal(
    'Tài khoản bỏ đi có mức xác minh cao hơn. Hãy đổi chỗ: giữ tài khoản ấy.',
    'The account that goes is surer. Swap them and keep that one.',
  ),
  mergeBound: refusal(
    'Hai tài khoản nối với hai tài khoản quốc gia khác nhau, nên là hai người.',
    'They are joined with two different national accounts, so these are two people.',
  ),
} as const satisfies Record<string, ProblemKind>

const Login = z.string().trim().min(3).max(80)

const Belongings = z.object({
  dossiers: z.number(),
  together: z.number(),
  drafts: z.number(),
  messages: z.number(),
  mandates: z.number(),
  enterprises: z.number(),
  bindings: z.number(),
})

const Side = z.object({
  login: z.string(),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  /** The last digits are left out. */
  personalId: z.string().nullable(),
  assurance: z.number(),
  openedAt: z.date(),
  lastSignInAt: z.date().nullable(),
  has: Belongings,
})

export const mergeContract = {
  previewMerge: operation(
    {
      title: { vi: 'Xem trước gộp hai tài khoản', en: 'Preview the merge of two accounts' },
      kind: 'read',
      permission: 'account.manage',
      readsPersonalData: true,
      problems: mergeProblems,
    },
    { method: 'GET', path: '/services/account-merges/preview' },
  )
    .input(z.strictObject({ keep: Login, gone: Login }))
    .output(z.object({ keep: Side, gone: Side })),

  mergeAccounts: operation(
    {
      title: { vi: 'Gộp hai tài khoản của một người', en: 'Merge two accounts of one person' },
      kind: 'write',
      permission: 'account.manage',
      problems: mergeProblems,
    },
    { method: 'POST', path: '/services/account-merges' },
  )
    .input(z.strictObject({ keep: Login, gone: Login, reason: oneLine(10, 300) }))
    .output(z.object({ login: z.string(), has: Belongings })),
}
