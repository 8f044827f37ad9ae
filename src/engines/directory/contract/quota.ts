import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'

/** What whoever holds a post is by law, and so against which quota they count. */
export const Staffing = z.enum(['civil-servant', 'public-employee', 'contract'])
export type Staffing = z.infer<typeof Staffing>

export const staffingWords: Readonly<Record<Staffing, Words>> = {
  'civil-servant': { vi: 'Công chức', en: 'Civil servants' },
  'public-employee': { vi: 'Viên chức', en: 'Public employees' },
  contract: { vi: 'Hợp đồng lao động', en: 'On contract' },
}

const manage = 'directory.manage'

const Quota = z.object({
  staffing: Staffing,
  number: z.number(),
  document: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
})

export const Beyond = z.object({ unitName: z.string(), staffing: Staffing, number: z.number(), held: z.number() })

export const quotaContract = {
  listQuotas: operation(
    {
      title: { vi: 'Biên chế và số có mặt', en: 'Quotas and who is there' },
      kind: 'read',
      permission: 'directory.read',
    },
    { method: 'GET', path: '/directory/units/{unitId}/quotas' },
  )
    .input(z.strictObject({ unitId: z.uuid(), asOf: PlainDate.optional() }))
    .output(
      z.object({
        /** Of each kind that has a quota or holders on the day; `number` null = nothing was decided. */
        standing: z.array(z.object({ staffing: Staffing, number: z.number().nullable(), held: z.number() })),
        /** All decisions, the newest first. */
        decided: z.array(Quota),
      }),
    ),

  setQuota: operation(
    { title: { vi: 'Giao biên chế', en: 'Set a quota' }, kind: 'write', permission: manage },
    { method: 'POST', path: '/directory/units/{unitId}/quotas' },
  )
    .input(
      z.strictObject({
        unitId: z.uuid(),
        staffing: Staffing,
        number: z.coerce.number().int().min(0).max(50_000),
        document: oneLine(1, 200),
        from: PlainDate,
      }),
    )
    .output(Quota),

  setStaffing: operation(
    {
      title: { vi: 'Đổi loại biên chế của vị trí', en: 'Change against which quota a post counts' },
      kind: 'write',
      permission: manage,
    },
    { method: 'POST', path: '/directory/posts/{postId}/staffing' },
  )
    .input(z.strictObject({ postId: z.uuid(), staffing: Staffing }))
    .output(z.object({ changed: z.boolean() })),
}
