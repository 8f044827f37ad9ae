import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { CounterSigner, Letterhead } from './letterhead.ts'
import { Count, Line, Moment } from './printed-values.ts'

/** Sổ theo dõi hồ sơ (Mẫu số 06), landscape. At most 1,000 rows at once (about 1 s and 400 MB): a longer book in parts. */
export const DossierBook = z.strictObject({
  formLabel: Line.default('Mẫu số 06 (Thông tư 01/2018/TT-VPCP)'),
  letterhead: Letterhead,
  volume: Line,
  from: PlainDate,
  to: PlainDate,
  rows: z
    .array(
      z.strictObject({
        order: Line,
        dossierCode: Line,
        procedure: Line,
        sets: Count.default(1),
        applicant: Line,
        address: Line.optional(),
        phone: Line.optional(),
        agency: Line,
        receivedAt: Moment,
        promisedAt: Moment,
        returnedAt: Moment.optional(),
        /** How the result is received: at the counter, by post, online. */
        channel: Line.optional(),
        note: Line.optional(),
      }),
    )
    .max(1_000),
  recorder: CounterSigner.optional(),
})
export type DossierBook = z.input<typeof DossierBook>
