import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { PlainDate } from '#values/plain-date.ts'
import { TimeLimit as Duration } from '#engines/calendar/declare.ts'

/** Words for people in a declaration: both languages, neither empty. */
export const Said = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/** From a date on, up to but not including `to`; both may be absent. */
const validity = { from: PlainDate.optional(), to: PlainDate.optional() }
const inOrder = ({ from, to }: { from?: PlainDate | undefined; to?: PlainDate | undefined }) =>
  from === undefined || to === undefined || from < to
const order = { path: ['to'], error: 'phải sau ngày bắt đầu · must be later than from' }

/**
 * Of the rows that hold on a date, the last whose condition is met counts; if none is, the first without a condition. Rows
 * after that one and without a condition are for a case that only their note can tell: shown, never computed.
 */
const byCase = { when: Condition.optional(), note: Said.optional(), ...validity }

/** How long the law gives, by case and period. */
export const TimeLimit = Duration.safeExtend(byCase).refine(inOrder, order)

/** What it costs, by case and period. */
export const FeeRow = z
  .strictObject({
    /** Whole đồng. Absent: set by a tariff that the note names and we do not hold. */
    amount: z.int().min(0).optional(),
    ...byCase,
  })
  .refine(inOrder, order)
  .refine(({ amount, note }) => amount !== undefined || note !== undefined, {
    error: 'ghi số tiền, hoặc ghi chú ai định mức thu · an amount, or a note that says who sets it',
  })

/** Who pays less of a fee, or nothing (miễn, giảm): the applicant says so, an officer confirms it. */
export const Exemption = z.strictObject({
  /** Who they are, in one word of ours: `poor-household`. What says the same of several fees is asked once. */
  ground: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  /** Whom it is for, as the law calls them. */
  name: Said,
  /** How much of the fee is not taken; 100 = nothing is. */
  percent: z.int().min(1).max(100),
  /** Document and article that say so: `Luật Hộ tịch 2014, Điều 11 khoản 1 điểm a`. */
  basis: z.string().min(3).max(200).optional(),
  /** The paper that proves it; absent = none is asked for. */
  proof: Said.optional(),
})

/** Rows of one `id` are cases of the same fee; fees of different ids add up. */
export const Fee = FeeRow.safeExtend({
  exemptions: z.array(Exemption).optional(),
  id: z.string().default('fee'),
  name: Said.default({ vi: 'Lệ phí', en: 'Fee' }),
  payAt: z.enum(['reception', 'result']).default('reception'),
})

/** Levels 1 to 4 of Decree 43/2011/NĐ-CP. */
export const OnlineLevel = z.strictObject({ level: z.int().min(1).max(4), ...validity }).refine(inOrder, order)

/** When dossiers may be taken. */
export const Period = z.strictObject(validity).refine(inOrder, order)

export const Subject = z.enum(['citizen', 'enterprise', 'household', 'organization', 'official'])

/** How an application may be handed in: cách thức thực hiện. */
export const Way = z.enum(['in-person', 'online', 'postal'])

/** How sure a code is: found in the national list; doubtful; in use only after 2020; ours. Absent: from knowledge. */
export const CodeStatus = z.enum(['confirmed', 'uncertain', 'later', 'local'])

// oxfmt-ignore
export const LifeEvent = z.enum([
  'birth', 'marriage', 'death', 'housing', 'land', 'driving', 'business', 'work', 'study', 'social-support',
  'certification', 'health', 'travel', 'other',
])

/** The number of a legal document, `123/2015/NĐ-CP`. */
export const LawNumber = z.string().regex(/^\d+\/\d{4}\/[A-ZĐ][A-ZĐ0-9-]*(-[A-Za-zĐ]+)*$/)

/** A document that a procedure goes by; with its days where it came later or ended. */
export const Law = z.union([LawNumber, z.strictObject({ law: LawNumber, ...validity }).refine(inOrder, order)])
