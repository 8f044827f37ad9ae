import { z } from 'zod'
import type { ProblemKind } from '#values/errors.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { ScaleRules, scaleSource } from './scale-shape.ts'

export const scaleProblems = {
  signedLater: {
    status: 422,
    message: {
      vi: 'Văn bản không thể ký sau hôm nay.',
      en: 'The document cannot be signed later than today.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const IndexScale = z.object({
  id: z.uuid(),
  document: z.string(),
  signedOn: PlainDate,
  effectiveFrom: PlainDate,
  rules: ScaleRules,
  setAt: z.date(),
  setBy: z.string(),
  withdrawnAt: z.date().nullable(),
  withdrawnBy: z.string().nullable(),
  /** By it figures of today become points. */
  holds: z.boolean(),
})

export const scaleContract = {
  listIndexScales: operation(
    { title: { vi: 'Thang điểm của bộ chỉ số', en: 'Scales of the index' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/reporting/index-scales' },
  )
    .input(z.strictObject({}))
    .output(z.array(IndexScale)),

  setIndexScale: operation(
    {
      title: { vi: 'Đặt thang điểm của bộ chỉ số', en: 'Set a scale of the index' },
      kind: 'write',
      permission: 'index.manage',
      problems: scaleProblems,
    },
    { method: 'POST', path: '/reporting/index-scales' },
  )
    .input(z.strictObject({ ...scaleSource, rules: ScaleRules }))
    .output(z.object({ id: z.uuid() })),

  withdrawIndexScale: operation(
    {
      title: { vi: 'Thôi dùng một thang điểm', en: 'Withdraw a scale of the index' },
      kind: 'write',
      permission: 'index.manage',
    },
    { method: 'DELETE', path: '/reporting/index-scales/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ withdrawn: z.literal(true) })),
}
