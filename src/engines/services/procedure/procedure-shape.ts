import { z } from 'zod'
import { Condition } from '#values/condition.ts'
import { OwnMessage } from '#engines/notification/declare.ts'
import { Form, Paper } from '#engines/forms/declare.ts'
import { Process } from '#engines/workflow/declare.ts'
import { BundleMembers } from '../bundle/bundle-shape.ts'
import { CoApplicants } from './co-applicant-shape.ts'
import {
  CodeStatus,
  Exemption,
  Fee,
  Law,
  LifeEvent,
  OnlineLevel,
  Period,
  Said,
  Subject,
  TimeLimit,
  Way,
} from './facts.ts'

/** A part of a body by the last part of its code, `TP` of `217.TP`; of several, the first that the body has. */
const Division = z.union([z.string(), z.array(z.string()).min(1)])

/**
 * Which body decides: a named agency of the province, or the People's Committee of a tier in the area that the applicant names.
 * `division` is the part of it that works.
 */
export const Owner = z.union([
  z.strictObject({ agency: z.string(), division: Division.optional() }),
  z.strictObject({ tier: z.string(), division: Division.optional() }),
])

/** The case in which a part of a paper is there; absent = always. */
const inCase = { when: Condition.optional() }

/** What is issued: a number series, a layout, and the body as blocks whose words may hold `{answers.field}`. */
export const ResultTemplate = z.strictObject({
  id: z.string(),
  title: Said,
  /** For whom: the granted result, or the notice of refusal. */
  outcome: z.enum(['granted', 'refused']),
  /** The case in which it is the one; absent = the only one of its outcome. */
  when: Condition.optional(),
  /** Notation after the number: `15/GPXD`, series by year and issuing unit. */
  notation: z.string(),
  signer: z.strictObject({ capacity: z.string().optional(), position: z.string() }),
  blocks: z.array(
    z.union([
      z.strictObject({ paragraph: z.string(), ...inCase }),
      z.strictObject({
        fields: z.array(z.strictObject({ label: z.string(), value: z.string(), ...inCase })),
        ...inCase,
      }),
      z.strictObject({ article: z.string(), text: z.string(), ...inCase }),
    ]),
  ),
  recipients: z.array(z.string()).default([]),
  /** Months after which it ends; absent = without end. */
  validMonths: z.number().int().optional(),
})

const procedureFacts = {
  /** Code of the national database; a local one begins with letters, `BG.118`, and is never sent outside. */
  code: z.string().regex(/^(\d\.\d{6}|[A-Z]+\.\d+)$/),
  codeStatus: CodeStatus.optional(),
  name: Said,
  everydayName: Said.optional(),
  summary: Said.optional(),
  /** What must be known before anything else, such as that it is shown for demonstration. */
  notice: Said.optional(),
  sector: z.string(),
  field: Said,
  level: z.string(),
  owner: Owner,
  subjects: z.array(Subject),
  timeLimits: z.array(TimeLimit).min(1),
  fees: z.array(Fee).default([]),
  onlineLevel: z.array(OnlineLevel).default([]),
  papers: z.array(Paper).default([]),
  /** How many sets of papers are handed in. */
  sets: z.int().min(1).optional(),
  /** Trình tự thực hiện as announced; what is settled here says it by its process. */
  course: Said.optional(),
  ways: z.array(Way).optional(),
  /** Yêu cầu, điều kiện. */
  conditions: Said.optional(),
  result: Said,
  legalBasis: z.array(Law).default([]),
  lifeEvents: z.array(LifeEvent).default([]),
  keywords: z.array(z.string()).default([]),
  questions: z.array(z.strictObject({ ask: Said, answer: Said })).default([]),
  effective: Period.default({}),
}

/**
 * A procedure: facts for everyone; with `form`, `process` and `results` it can be filed and settled here, without them it is
 * described only. `receivedAt` names the tiers whose one-stop counters take it in; online it goes to the first of them.
 */
export const Procedure = z
  .strictObject({
    ...procedureFacts,
    receivedAt: z.array(z.string()).default([]),
    form: Form.optional(),
    coApplicants: CoApplicants.optional(),
    process: Process.optional(),
    results: z.array(ResultTemplate).default([]),
    /** What is told of it in words of its own; absent, and for what is not among them, in those of all. */
    messages: z.array(OwnMessage).optional(),
    /** What it starts when it is filed, where it is no procedure itself but several at once. */
    bundle: BundleMembers.optional(),
  })
  .superRefine((procedure, context) => {
    const complete = procedure.form !== undefined || procedure.process !== undefined
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (procedure.coApplicants !== undefined && !complete)
      missing('coApplicants', 'only what has a form is filed together')
    if (!complete) return
    if (procedure.form === undefined) missing('form', 'a procedure with a process needs a form')
    if (procedure.process === undefined) missing('process', 'a procedure with a form needs a process')
    if (procedure.receivedAt.length === 0) missing('receivedAt', 'say at which tier it is received')
    if (!procedure.results.some((result) => result.outcome === 'granted')) {
      missing('results', 'say what is issued when it is granted')
    }
  })

export type Procedure = z.output<typeof Procedure>
export type TimeLimit = z.output<typeof TimeLimit>
export type Owner = z.output<typeof Owner>
export type ResultTemplate = z.output<typeof ResultTemplate>
export type Fee = z.output<typeof Fee>
export type Exemption = z.output<typeof Exemption>
