import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { servicesProblems } from './problems.ts'
import { SaidWords } from './shapes.ts'

const Member = z.strictObject({
  name: z.string().trim().min(1).max(120),
  body: z.string().trim().max(200),
  opinion: z.string().trim().max(1000),
})

/** A council or an inspection of one step; the minutes are null until they are kept. */
export const MeetingView = z.object({
  step: z.string(),
  stepName: SaidWords,
  kind: z.enum(['council', 'inspection']),
  /** The caller holds the step: they call it and keep its minutes. */
  isMine: z.boolean(),
  called: z.object({ at: z.date(), place: z.string(), by: z.string() }).nullable(),
  minutes: z
    .object({
      members: z.array(Member),
      findings: z.string(),
      conclusion: z.enum(['met', 'not-met']),
      by: z.string(),
      at: z.date(),
    })
    .nullable(),
})

const OfStep = { id: z.uuid(), step: z.string().max(60) }

/** What officials do in steps that need a council or an inspection. */
export const meetingContract = {
  callMeeting: operation(
    {
      title: { vi: 'Triệu tập họp, báo kiểm tra', en: 'Call a council or announce an inspection' },
      kind: 'write',
      permission: 'dossier.work',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/dossiers/{id}/meetings/{step}' },
  )
    .input(
      z.strictObject({
        ...OfStep,
        on: PlainDate,
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
        place: z.string().trim().min(1).max(300),
      }),
    )
    .output(z.object({ at: z.date() })),

  keepMinutes: operation(
    {
      title: { vi: 'Ghi biên bản', en: 'Keep the minutes' },
      kind: 'write',
      permission: 'dossier.work',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/dossiers/{id}/meetings/{step}/minutes' },
  )
    .input(
      z.strictObject({
        ...OfStep,
        members: z.array(Member).min(1).max(30),
        findings: z.string().trim().min(1).max(8000),
        conclusion: z.enum(['met', 'not-met']),
      }),
    )
    .output(z.object({ at: z.date() })),
}
