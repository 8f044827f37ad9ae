import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { lookUpBrakes } from './look-up-brakes.ts'
import { servicesProblems } from './problems.ts'
import { DossierCode, PersonalNumber, SaidWords } from './shapes.ts'

const Id = { id: z.uuid() }

/** A mark of 1 to 5 and what somebody adds to it. */
export const Rated = {
  mark: z.coerce.number().int().min(1).max(5),
  comment: z.string().trim().max(1000).optional(),
}

/**
 * What somebody shows at a kiosk of a hall, two of three at the least: the code on their slip, the number on their card, the last digits of
 * the phone that they gave. Whoever only knows or guesses one of them marks nothing.
 */
export const ShownAtKiosk = z
  .strictObject({
    code: DossierCode.optional(),
    personalId: PersonalNumber.optional(),
    phoneEnd: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  })
  .refine((shown) => Object.values(shown).filter((one) => one !== undefined).length >= 2, {
    error: 'Cần hai trong ba: giấy hẹn, thẻ căn cước, số điện thoại · Two of three are needed: slip, card, phone',
  })
export type ShownAtKiosk = z.infer<typeof ShownAtKiosk>

/** As it stands in a link that was sent. */
const Token = z.string().regex(/^[\w-]{22}$/)

const braked = { permission: 'anyone', problems: servicesProblems, limits: { network: lookUpBrakes.network } } as const

const LowMark = z.object({
  dossierId: z.string(),
  code: z.string(),
  procedureName: z.string(),
  unitName: z.string(),
  mark: z.number(),
  comment: z.string().nullable(),
  openedAt: z.date(),
  due: z.date(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
})

const SatisfactionRow = z.object({
  id: z.string(),
  name: z.string(),
  rated: z.number(),
  /** Of so many, in whole tens as they came, satisfaction is told. */
  shown: z.number(),
  /** Of the marks of citizens themselves: null where so few marked that they could be known. */
  satisfied: z.number().nullable(),
  average: z.number().nullable(),
  /** At desks, under the eyes of an officer, and on kiosks of halls: counted apart. */
  deskRated: z.number(),
  deskShown: z.number(),
  deskSatisfied: z.number().nullable(),
})

/** How satisfied people are: marks by link and at desks, what is published of them, and answers to low ones. */
export const satisfactionContract = {
  getRatingByLink: operation(
    { title: { vi: 'Hồ sơ cần chấm điểm', en: 'What a link asks to rate' }, kind: 'read', ...braked },
    { method: 'GET', path: '/services/ratings/link' },
  )
    .input(z.strictObject({ token: Token }))
    .output(z.object({ code: z.string(), procedureName: z.string() })),

  rateByLink: operation(
    {
      title: { vi: 'Chấm điểm bằng liên kết', en: 'Rate by a link' },
      kind: 'write',
      holdsSecret: true,
      ...braked,
    },
    { method: 'POST', path: '/services/ratings/link' },
  )
    .input(z.strictObject({ token: Token, ...Rated }))
    .output(z.object({ mark: z.number() })),

  rateAtDesk: operation(
    {
      title: { vi: 'Chấm điểm tại quầy', en: 'Rate at the desk' },
      kind: 'write',
      permission: 'dossier.deliver',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/desk-rating' },
  )
    .input(z.strictObject({ ...Id, ...Rated }))
    .output(z.object({ mark: z.number() })),

  listSatisfaction: operation(
    { title: { vi: 'Mức hài lòng', en: 'Satisfaction' }, kind: 'read', permission: 'anyone', urgency: 'public' },
    { method: 'GET', path: '/services/satisfaction' },
  )
    .input(z.strictObject({ by: z.enum(['unit', 'procedure']).default('unit'), from: PlainDate, to: PlainDate }))
    .output(z.object({ fewest: z.number(), rows: z.array(SatisfactionRow) })),

  listLowMarks: operation(
    {
      title: { vi: 'Điểm thấp phải trả lời', en: 'Low marks to answer' },
      kind: 'read',
      permission: 'rating.answer',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/low-marks' },
  )
    .input(z.strictObject({ ...PageRequest, tab: z.enum(['open', 'answered']).default('open') }))
    .output(pageOf(LowMark)),

  answerLowMark: operation(
    {
      title: { vi: 'Trả lời người chấm điểm thấp', en: 'Answer a low mark' },
      kind: 'write',
      permission: 'rating.answer',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/low-marks/{id}/answer' },
  )
    .input(z.strictObject({ ...Id, words: z.string().trim().min(10).max(2000) }))
    .output(z.object({ answeredAt: z.date() })),

  listDeskAnomalies: operation(
    {
      title: { vi: 'Điểm chấm ở quầy, ở kiosk khác thường', en: 'Marks of desks and kiosks that stand out' },
      kind: 'read',
      permission: 'rating.answer',
    },
    { method: 'GET', path: '/services/desk-anomalies' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          /** The officer at the desk, or what the kiosk is called. */
          name: z.string(),
          unitName: z.string(),
          rated: z.number(),
          average: z.number(),
          reasons: z.array(SaidWords),
        }),
      ),
    ),
}
