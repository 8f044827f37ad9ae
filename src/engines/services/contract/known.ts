import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from './problems.ts'
import { SaidWords } from './shapes.ts'

const From = z.enum(['profile', 'dossier', 'business-register', 'population-register'])

/** What the person, the province or a national register knows already. */
export const knownContract = {
  findKnown: operation(
    {
      title: { vi: 'Những gì đã biết, khỏi khai lại', en: 'What is known already' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
    },
    { method: 'GET', path: '/services/drafts/{id}/known' },
  )
    .input(z.strictObject({ id: z.uuid(), page: z.string().max(60) }))
    .output(
      z.object({
        offers: z.array(
          z.object({
            field: z.string(),
            from: From,
            source: SaidWords,
            asOf: PlainDate.nullable(),
            lines: z.array(z.string()),
            offer: z.string(),
          }),
        ),
        corrected: z.array(
          z.object({
            field: z.string(),
            source: SaidWords,
            asOf: PlainDate.nullable(),
            lines: z.array(z.string()),
            reason: z.string().nullable(),
          }),
        ),
        filled: z.array(z.object({ field: z.string(), source: SaidWords, asOf: PlainDate.nullable() })),
      }),
    ),

  acceptKnown: operation(
    {
      title: { vi: 'Dùng điều đã biết', en: 'Take what is known' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/drafts/{id}/known' },
  )
    .input(z.strictObject({ id: z.uuid(), offer: z.string().max(8000) }))
    .output(z.object({ page: z.string() })),

  explainCorrection: operation(
    {
      title: { vi: 'Nói vì sao khác cơ sở dữ liệu', en: 'Say why it is not what a register says' },
      kind: 'write',
      permission: 'citizen',
    },
    { method: 'POST', path: '/services/drafts/{id}/known/reason' },
  )
    .input(z.strictObject({ id: z.uuid(), field: z.string().max(60), reason: z.string().trim().min(3).max(500) }))
    .output(z.object({ page: z.string() })),

  countKnown: operation(
    {
      title: { vi: 'Số lần khỏi khai lại', en: 'How often nothing was asked twice' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'public',
    },
    { method: 'GET', path: '/services/known/figures' },
  )
    .input(z.strictObject({ from: PlainDate, to: PlainDate }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            from: From,
            taken: z.number(),
            applications: z.number(),
            /** Of the applications those that were filed; and the procedures of these. */
            filed: z.number(),
            procedures: z.array(z.string()),
          }),
        ),
        /** Procedures that can be filed online and ask for an enterprise: the whole of which the share is taken. */
        askEnterprise: z.array(z.string()),
      }),
    ),
}
