import { z } from 'zod'
import { PlainDate } from '#values/plain-date.ts'
import { Line, Moment } from './printed-values.ts'

/** The head of a paper (boxes 1 to 4 of Nghị định 30/2020, Phụ lục I). Names in ordinary case; the template sets capitals. */
export const Letterhead = z.strictObject({
  parent: Line.optional(),
  agency: Line,
  /** Number and notation as shown: `0019/TNHS`. */
  number: Line.optional(),
  place: Line,
  date: PlainDate,
})

/** A person or body that a paper is for. What is absent prints as `không có`. */
export const Party = z.strictObject({
  /** `Ông`, `Bà`, `Ông/Bà`, `Tổ chức`: how the paper speaks to them. */
  title: Line.optional(),
  name: Line,
  address: Line.optional(),
  phone: Line.optional(),
  email: Line.optional(),
})

export const PrintedProcedure = z.strictObject({
  name: Line,
  code: Line.optional(),
  /** Who decides, if not the agency of the letterhead. */
  agency: Line.optional(),
})

/** How a signature shows on the paper; the signature itself is put on the PDF by the signing engine. */
export const SignatureMark = z.strictObject({ by: Line, agency: Line.optional(), at: Moment })

/** An officer at the counter: signs with the hand, or is shown to have signed. */
export const CounterSigner = z.strictObject({ name: Line.optional(), signature: SignatureMark.optional() })

/** Who signs for an agency and in what right (Nghị định 30/2020, Điều 13): `TM. Ủy ban nhân dân`, `KT. Chủ tịch`, then the position. */
export const Signer = z.strictObject({
  authority: z
    .array(z.strictObject({ mark: z.enum(['TM.', 'Q.', 'KT.', 'TL.', 'TUQ.']), of: Line }))
    .max(4)
    .default([]),
  position: Line,
  name: Line.optional(),
  signature: SignatureMark.optional(),
})

/** Where the paper is verified: the QR code leads to `url`; `code` is short enough to be read out over the help line. */
export const Verification = z.strictObject({
  url: z.url().max(500),
  code: Line.optional(),
  /** As said to people: `1800 1096 (miễn phí)`. */
  helpLine: Line.optional(),
})
