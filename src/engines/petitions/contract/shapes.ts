import { z } from 'zod'
import { idOf } from '#values/id.ts'
import { oneLine } from '#values/one-line.ts'
import { Phone } from '#values/phone.ts'
import { petitionKinds } from '../kinds.ts'

export const SaidWords = z.object({ vi: z.string(), en: z.string() })

export const Kind = z.enum(petitionKinds)

export const Status = z.enum(['sent', 'accepted', 'waiting-sender', 'answered', 'refused', 'merged'])
export type PetitionStatus = z.output<typeof Status>

/** Several lines: composed, without what cannot be seen but line ends. */
export const paragraphs = (min: number, max: number) =>
  z
    .string()
    .overwrite((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, ' ')
        .trim(),
    )
    .min(min)
    .max(max)

/** What a sender was given when they sent it: as it is typed from a note, in groups or not. */
export const LookUpCode = z
  .string()
  .max(60)
  .overwrite((text) => text.toUpperCase().replace(/[\s.\p{Pd}]/gu, ''))
  .regex(/^[0-9A-Z]{12}$/)

/** What is said, whatever it is in law. */
export const Said = {
  title: oneLine(10, 200),
  body: paragraphs(20, 4000),
  procedureCode: z.string().max(100).optional(),
  /** The commune it is about. */
  place: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  /** The body that it is about: it does not answer about itself. */
  aboutUnit: z.uuid().optional(),
}

export const SenderFields = {
  fullName: oneLine(2, 100),
  phone: Phone,
  email: z.email().max(200).optional(),
}

export const Sent = z.object({
  code: z.string(),
  lookUpCode: z.string(),
  unitName: z.string(),
  acceptDue: z.date(),
  answerDue: z.date().nullable(),
})

export const HistoryView = z.object({
  at: z.date(),
  kind: z.string(),
  words: SaidWords,
  note: z.string().nullable(),
  who: z.string().nullable(),
})

/** A file beside what was said or answered; `/files/{id}` gives it back, and by a code the form of its page. */
export const AttachmentView = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  /** Malware was found in it later: nobody reads it. */
  isBlocked: z.boolean(),
})

/** As forms that send a file name it: `paper` says nothing here. */
export const GivenFile = { id: z.uuid(), fileId: idOf('file'), paper: z.string().max(80).optional() }
