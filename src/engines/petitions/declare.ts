import { z } from 'zod'
import { TimeLimit } from '#engines/calendar/declare.ts'
import { declared } from '#values/declared.ts'
import { PlainDate } from '#values/plain-date.ts'
import { petitionKinds } from './kinds.ts'

const Rule = z.strictObject({
  kind: z.enum(petitionKinds),
  /** Of a second complaint, to the body above whoever settled it first. */
  isSecond: z.boolean().default(false),
  /** The first day on which it counts; absent: always did. */
  from: PlainDate.optional(),
  /** The first day on which it no longer counts. */
  to: PlainDate.optional(),
  /** The documents that say so. */
  law: z.array(z.string().min(1)).min(1),
  /** Until when it is accepted or refused, counted from the sending. */
  accept: TimeLimit,
  /** Until when more may be asked of the sender, counted from the sending. */
  supplement: TimeLimit,
  /** What the time of the answer counts from. */
  answerFrom: z.enum(['sending', 'acceptance']),
  /** Until when it is answered, by the case that whoever accepts it chooses; the first is the ordinary one. */
  answer: z.array(z.strictObject({ case: z.string().regex(/^[a-z-]+$/), limit: TimeLimit })).min(1),
  /** By how much the answer may be put off, one after the other, in what its limit counts. */
  extensions: z.array(z.int().positive()).default([]),
  /** Until when whoever disagrees complains a second time, counted from the answer, or from when it was due. */
  secondWithin: TimeLimit.optional(),
  /** Until when the answer is published, counted from it; absent where such things are not published. */
  publish: TimeLimit.optional(),
})

/** The limits of one kind of petition in a period. */
export type PetitionRule = z.output<typeof Rule>

const Rules = z.strictObject({
  /** Codes of the units that take in what names no procedure or nobody else may answer, the first that holds the right. */
  receivers: z.array(z.string().min(1)).min(1),
  limits: z
    .array(Rule)
    .refine((rules) => petitionKinds.every((kind) => rules.some((rule) => rule.kind === kind && !rule.isSecond)), {
      error: 'every kind needs its limits',
    })
    .refine((rules) => rules.every((rule) => rule.kind === 'complaint' || !rule.isSecond), {
      error: 'only a complaint has a second one',
    })
    .refine((rules) => rules.some((rule) => rule.isSecond), { error: 'a second complaint needs its limits' }),
})

/** What a system says of questions, reflections, complaints and denunciations. */
export type PetitionRules = z.output<typeof Rules>

/** Declares who receives and which limits count; throws a `WrongDeclaration` that names the wrong place. */
export const definePetitionRules = (rules: z.input<typeof Rules>): PetitionRules =>
  declared(Rules, rules, 'petition rules')
