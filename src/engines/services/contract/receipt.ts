import { z } from 'zod'
import { WeekHours } from '#engines/calendar/declare.ts'
import { ExemptionView, FeeView } from './shapes.ts'

/** Another dossier of the same filing; the number of its result once it is out. */
export const FiledAtOnceView = z.object({
  id: z.string(),
  code: z.string(),
  procedureName: z.string(),
  receiverName: z.string(),
  ownerName: z.string(),
  isFinished: z.boolean(),
  resultNumber: z.string().nullable(),
})

export const Receipt = z.object({
  id: z.string(),
  code: z.string(),
  procedureName: z.string(),
  applicantName: z.string(),
  coApplicants: z.array(z.string()),
  /** The others that the same filing started, each with its own receipt. */
  filedAtOnce: z.array(FiledAtOnceView),
  filedAt: z.date(),
  answerBy: z.date(),
  promised: z.date(),
  fees: z.array(FeeView),
  exemptions: z.array(ExemptionView),
  ownerName: z.string(),
  receiverName: z.string(),
  /** The hours of the counter on the day of the appointment. */
  receiverHours: z.array(WeekHours),
  /** Where the result is sent; null: it is fetched where it was received. */
  resultAddress: z.string().nullable(),
  lookUpUrl: z.string(),
})
