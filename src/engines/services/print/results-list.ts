import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { CounterSigner, Letterhead } from './letterhead.ts'
import { Line, Moment } from './printed-values.ts'

/** Danh sách kết quả phải trả trong ngày of a counter: what is ready, what is late and where it is. At most 1,000 rows at once. */
export const ResultsList = z.strictObject({
  letterhead: Letterhead,
  counter: Line,
  day: PlainDate,
  rows: z
    .array(
      z.strictObject({
        dossierCode: Line,
        applicant: Line,
        procedure: Line,
        promisedAt: Moment,
        /** `Có kết quả`, or the step and unit where it is. */
        state: Line,
        isLate: z.boolean(),
      }),
    )
    .max(1_000),
  recorder: CounterSigner.optional(),
})
