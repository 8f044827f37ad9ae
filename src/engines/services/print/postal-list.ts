import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { Letterhead } from './letterhead.ts'
import { Line, Moment } from './printed-values.ts'

/** Danh sách giao bưu điện: what a counter gives to the public postal service, and where the post is asked to go. */
export const PostalList = z.strictObject({
  letterhead: Letterhead,
  from: Line,
  at: Moment,
  rows: z
    .array(
      z.strictObject({
        /** A result to deliver, or papers to collect. */
        kind: z.enum(['delivery', 'pick-up']),
        dossierCode: Line,
        recipient: Line,
        address: Line,
        phone: Line.optional(),
        procedure: Line,
        trackingNumber: Line.optional(),
        /** Of papers to collect: the day that suits. */
        wantedOn: PlainDate.optional(),
      }),
    )
    .max(200),
})
