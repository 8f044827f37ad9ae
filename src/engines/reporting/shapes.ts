import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'

export const Level = z.enum(['province', 'district', 'commune'])

/** Both days included; without them this month up to today. */
export const Period = { from: PlainDate.optional(), to: PlainDate.optional() }

export const ListedDossier = z.object({
  id: z.uuid(),
  code: z.string(),
  procedureName: z.string(),
  receivedAt: z.date(),
  deadline: z.date(),
  finishedAt: z.date().nullable(),
})
