import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { CounterSigner, Verification } from './letterhead.ts'
import { PrintedBlock } from './printed-block.ts'
import { Line, Passage } from './printed-values.ts'

/** Đơn, tờ khai filled from answers. */
export const ApplicationForm = z.strictObject({
  formLabel: Line.optional(),
  title: Line,
  subject: Line.optional(),
  addressee: Line,
  dossierCode: Line.optional(),
  sections: z
    .array(z.strictObject({ title: Line.optional(), blocks: z.array(PrintedBlock).max(1_000) }))
    .min(1)
    .max(50),
  /** `Tôi xin cam đoan …`. */
  declaration: Passage.optional(),
  place: Line,
  /** Absent on a form that is signed by hand later. */
  date: PlainDate.optional(),
  signingRole: Line.default('Người làm đơn'),
  applicant: CounterSigner.extend({ name: Line }),
  verification: Verification.optional(),
  notes: z.array(Passage).max(10).default([]),
})
export type ApplicationForm = z.input<typeof ApplicationForm>
