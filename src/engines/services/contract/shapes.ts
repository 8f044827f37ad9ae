import { PlainDate } from '#values/plain-date.ts'
import { z } from 'zod'
import { OriginView } from './paper-origin.ts'

/** Shapes that several operations answer. */
export const SaidWords = z.object({ vi: z.string(), en: z.string() })

/** The number of an identity card: twelve digits, nine on older ones. */
export const PersonalNumber = z.string().regex(/^(\d{9}|\d{12})$/, {
  error: 'Số định danh có 12 chữ số (CMND cũ: 9) · The personal number has 12 digits (old card: 9)',
})

/** As it is typed from a paper, in groups or not, in any case: whoever types a real one so must not hear that there is none. */
export const VerificationCode = z
  .string()
  .max(60)
  .overwrite((text) => text.toUpperCase().replace(/[\s.\p{Pd}]/gu, ''))
  .regex(/^[0-9A-Z]{8,24}$/)

export const FoundProcedure = z.object({
  code: z.string(),
  name: SaidWords,
  everydayName: SaidWords.nullable(),
  field: SaidWords,
  sector: z.string(),
  level: z.string(),
  onlineLevel: z.number(),
  isComplete: z.boolean(),
  /** The day of the next version that is announced. */
  changesOn: PlainDate.nullable(),
})

/** What the days of a time limit are: of calendar days, days off count too. */
export const LimitUnitView = z.enum(['working-day', 'calendar-day', 'working-hour', 'within-day'])

export const DayView = z.object({
  date: z.string(),
  /** What the day is: received, counted (with its number), off (with its name), stopped, due. */
  kind: z.enum(['received', 'begun', 'counted', 'off', 'stopped', 'due']),
  number: z.number().optional(),
  words: SaidWords.optional(),
})

export const FileView = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  /** Of a PDF, if known. */
  pages: z.number().nullable(),
  /** Malware was found in it later: it cannot be read any more. */
  isBlocked: z.boolean(),
})

export const PaperView = z.object({
  id: z.string(),
  name: SaidWords,
  hint: SaidWords.optional(),
  form: z.enum(['original', 'copy', 'either']),
  required: z.boolean(),
  generated: z.boolean(),
  maxFiles: z.number(),
  /** How many are handed in at a counter. */
  copies: z.number(),
  accept: z.array(z.string()),
  files: z.array(FileView.extend(OriginView.shape)),
})

/** Scans that may wait in one paper until their pages are joined: as many as one file may have pages. */
export const mostScans = 200

/** Files sent in for papers, by paper. */
export const GivenPapers = z
  .array(z.strictObject({ paper: z.string().max(60), fileIds: z.array(z.uuid()).max(mostScans) }))
  .max(60)

/** Papers that a counter looked at and that stay paper. */
export const PaperOnly = z.array(z.string().max(60)).max(60).default([])

/** Who pays less of a fee, and by what. */
const ExemptionGround = {
  ground: z.string(),
  groundName: SaidWords,
  basis: z.string().nullable(),
  percent: z.number(),
  fullAmount: z.number(),
}

/** What was asked to pay less of, and what was decided. */
export const ExemptionView = z.object({
  fee: z.string(),
  name: SaidWords,
  ...ExemptionGround,
  amount: z.number(),
  state: z.enum(['asked', 'granted', 'refused']),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

export const FeeView = z.object({
  id: z.string(),
  name: SaidWords,
  amount: z.number(),
  /** Of what is not filed yet: why it is less, if that is confirmed. */
  exemption: z.object(ExemptionGround).optional(),
  payAt: z.string(),
  paidAt: z.date().nullable().optional(),
  method: z.string().nullable().optional(),
  receiptNumber: z.string().nullable().optional(),
  receiptId: z.string().nullable().optional(),
})

export const HistoryView = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.string(),
  step: z.string().nullable(),
  actorName: z.string(),
  actorTitle: z.string().nullable(),
  unitName: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  words: SaidWords,
  detail: z.unknown(),
})

/** What applicants read of it: the words, not what officials noted beside them, such as the number of whoever came for another. */
export const OwnHistoryView = HistoryView.omit({ detail: true })

const Lines = z.array(z.string()).readonly()

export const SummaryPageView = z.object({
  page: z.string(),
  title: z.string(),
  rows: z
    .array(
      z.object({
        path: z.string(),
        label: z.string(),
        lines: Lines,
        sensitive: z.boolean(),
        computed: z.literal(true).optional(),
        under: z.string().optional(),
        table: z.object({ heads: Lines, rows: z.array(Lines).readonly() }).optional(),
      }),
    )
    .readonly(),
})

/** What comes next, as planned: who acts, how long. */
export const PlannedStepView = z.object({
  step: z.string(),
  name: SaidWords,
  unitName: z.string(),
  hours: z.number(),
  isOpen: z.boolean(),
})

export const PinView = z.object({ path: z.string(), label: z.string(), reason: z.string() })

export const StatusView = z.enum(['open', 'waiting-applicant', 'paused', 'ended'])
export const OutcomeView = z.enum(['granted', 'refused', 'rejected', 'withdrawn', 'lapsed'])

/** A dossier in a list. */
export const DossierLine = z.object({
  id: z.string(),
  code: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  applicantName: z.string(),
  enterpriseName: z.string().nullable(),
  channel: z.enum(['online', 'counter', 'post']),
  status: StatusView,
  outcome: OutcomeView.nullable(),
  isReceived: z.boolean(),
  filedAt: z.date(),
  deadline: z.date(),
  finishedAt: z.date().nullable(),
  unitName: z.string(),
  stepName: SaidWords.nullable(),
})

export const ProblemPlaceView = z.object({ path: z.string(), message: SaidWords })

/** As it is typed or copied: telephones and text editors put other dashes. */
export const DossierCode = z
  .string()
  .overwrite((text) =>
    text
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/\p{Pd}/gu, '-'),
  )
  .min(6)
  .max(60)
