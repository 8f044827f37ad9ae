import { z } from 'zod'
import { declared } from '#values/declared.ts'
import { oneLine } from '#values/one-line.ts'
import { PlainDate } from '#values/plain-date.ts'
import { AreaCode, Code, CodePattern, Pattern, Unit } from '../organization-shape.ts'

const FunctionName = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** What becomes of an area's territory. Without `into` it goes where the areas that are part of it go. */
const AreaChange = z.strictObject({
  from: AreaCode,
  into: z
    .array(z.strictObject({ area: AreaCode, share: z.number().min(0).max(1).optional() }))
    .min(1)
    .optional(),
})

/** Functions of which a unit has one, and what the others become when several come together. */
const usualSurplus = { leader: 'deputy-leader', head: 'deputy-head', 'one-stop-head': 'receiver' } as const

/**
 * A change of the organisation as a decision orders it. Of areas it says what becomes of each; the units that serve an area follow it
 * by their codes (`{area}.MC` of the old to `{area}.MC` of the new), unless `follows` or `closed` says otherwise.
 */
export const ReorganizationPlan = z.strictObject({
  title: oneLine(3, 200),
  /** The decision that orders it. */
  document: oneLine(3, 200),
  effectiveOn: PlainDate,
  areas: z.array(AreaChange).default([]),
  /** Areas that are new from that day, or called or placed otherwise. */
  openedAreas: z
    .array(z.strictObject({ code: AreaCode, tier: z.string(), name: oneLine(2, 200), parent: AreaCode.optional() }))
    .default([]),
  /** Units that are new from that day, or called or placed otherwise. */
  units: z.array(Unit.omit({ from: true, to: true })).default([]),
  /** The same for every opened area of a tier. */
  patterns: z.array(Pattern).default([]),
  /** Units that end, each with the one or those that take over; of several the heir keeps what was finished. */
  closed: z.array(z.strictObject({ unit: Code, into: z.array(Code).min(1), heir: Code.optional() })).default([]),
  /** By the shape of its code, which unit takes over from each unit of an area that changes. */
  follows: z.record(CodePattern, CodePattern).default({}),
  /** What processes name and is another body's from that day; the first that fits counts. */
  competence: z
    .array(
      z.strictObject({
        from: z.union([
          z.strictObject({ tier: z.string(), division: Code.optional() }),
          z.strictObject({ agency: Code, division: Code.optional() }),
        ]),
        /** Only these procedures; without it all. */
        procedures: z.array(z.string().max(20)).min(1).optional(),
        to: z.union([
          z.strictObject({ tier: z.string(), division: Code.optional() }),
          z.strictObject({ agency: Code, division: Code.optional() }),
        ]),
      }),
    )
    .default([]),
  officials: z
    .strictObject({
      /** What a function is called where its unit goes; without it the same. */
      functions: z.record(FunctionName, FunctionName).default({}),
      surplus: z.record(FunctionName, FunctionName).default(usualSurplus),
      /** Who of several gets the one place: asked for each, or whoever is there already, else longest in office. */
      chief: z.enum(['ask', 'longest']).default('ask'),
      /** By `unit function`: the person chosen for it. */
      choices: z.record(z.string(), z.uuid()).default({}),
      /** Where the people of a unit go that is divided: told for each, or evenly. */
      spread: z.enum(['ask', 'even']).default('ask'),
      /** Where one person goes from one unit. */
      landings: z
        .array(z.strictObject({ person: z.uuid(), from: Code, to: Code, function: FunctionName.optional() }))
        .default([]),
    })
    .prefault({}),
  /** To which part of a divided area a dossier goes that names only the old one: the largest, or each its share. */
  split: z.enum(['largest', 'proportional']).default('largest'),
  /** By the code of a body that is merged: the one, itself too, whose books of numbers it goes on with; others begin their own. */
  books: z.record(Code, Code).default({}),
  /** By the code of a unit that takes over: the one, itself too, whose office hours it works on with. */
  hours: z.record(Code, Code).default({}),
  /** By the code of a dossier: the area it goes to, whatever the rule says. */
  overrides: z.record(z.string().max(40), AreaCode).default({}),
})

export type ReorganizationPlan = z.output<typeof ReorganizationPlan>
/** A plan as a declaration or an administrator writes it. */
export type ReorganizationLiteral = z.input<typeof ReorganizationPlan>

/** Declares a reorganisation that was decided, so that it can be put before the province as it stands. */
export const defineReorganization = (plan: ReorganizationLiteral): ReorganizationPlan =>
  declared(ReorganizationPlan, plan, `reorganisation ${plan.title}`)
