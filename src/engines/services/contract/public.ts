import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { WeekHours } from '#engines/calendar/declare.ts'
import { PlainDate } from '#values/plain-date.ts'
import { DayView, FeeView, FoundProcedure, PaperView, SaidWords, DossierCode, VerificationCode } from './shapes.ts'
import type { LookupData } from '../draft/lookups.ts'
import { servicesProblems } from './problems.ts'
import { lookUpBrakes } from './look-up-brakes.ts'

export const ProcedurePage = z.object({
  code: z.string(),
  name: SaidWords,
  everydayName: SaidWords.optional(),
  summary: SaidWords.optional(),
  notice: SaidWords.optional(),
  /** What is announced for a day to come. */
  coming: z.object({ from: PlainDate, notice: SaidWords.optional() }).optional(),
  field: SaidWords,
  sector: z.string(),
  level: z.string(),
  onlineLevel: z.number(),
  isComplete: z.boolean(),
  ownerName: z.string(),
  receiverName: z.string(),
  /** The hours of the counter, where there is one for everybody. */
  receiverHours: z.array(WeekHours).nullable(),
  /** Where a limit is within the day: what is received later counts from the next working day; null elsewhere, or where nothing is declared. */
  sameDayUntil: z.string().nullable(),
  /** The ordinary limit, and all that hold today with the cases they are for. */
  timeLimit: z.object({ amount: z.number(), unit: z.string(), note: SaidWords.optional() }),
  timeLimits: z.array(z.object({ amount: z.number(), unit: z.string(), note: SaidWords.optional() })),
  days: z.array(DayView),
  promised: z.date().optional(),
  /** What is due in the ordinary case, and all rows of the tariff with the cases they are for. */
  fees: z.array(FeeView),
  tariff: z.array(
    z.object({
      name: SaidWords,
      amount: z.number().optional(),
      note: SaidWords.optional(),
      /** Who pays less of it. */
      exemptions: z.array(z.object({ ground: SaidWords, percent: z.number(), basis: z.string().nullable() })),
    }),
  ),
  papers: z.array(PaperView.omit({ files: true }).extend({ inSomeCases: z.boolean() })),
  questionPages: z.number(),
  /** What it starts, where it is several procedures at once. */
  members: z.array(z.object({ code: z.string(), name: SaidWords, ownerName: z.string() })),
  /** With the working hours allotted to each, and whether the counter does it. */
  steps: z.array(z.object({ name: SaidWords, hours: z.number().nullable(), atCounter: z.boolean() })),
  result: SaidWords,
  legalBasis: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  questions: z.array(z.object({ ask: SaidWords, answer: SaidWords })),
  effective: z.object({ from: z.string().optional(), to: z.string().optional() }),
  related: z.array(FoundProcedure),
  figures: z.object({ finished: z.number(), onTime: z.number() }),
})

const FigureRow = z.object({
  id: z.string(),
  name: SaidWords,
  carried: z.number(),
  received: z.number(),
  online: z.number(),
  assisted: z.number(),
  finished: z.number(),
  onTime: z.number(),
  late: z.number(),
  stopped: z.number(),
  inProgress: z.number(),
  inProgressLate: z.number(),
  rated: z.number(),
  /** Of so many marks, in whole tens as they came, satisfaction is told. */
  shown: z.number(),
  satisfied: z.number(),
})

export const publicContract = {
  findProcedures: operation(
    { title: { vi: 'Tìm thủ tục', en: 'Find procedures' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/services/procedures' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().max(200).optional(),
        lifeEvent: z.string().max(40).optional(),
        level: z.string().max(20).optional(),
        sector: z.string().max(40).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(20),
      }),
    )
    .output(
      z.object({
        rows: z.array(FoundProcedure),
        /** Nothing has the words that were looked for; these are only spelt alike. */
        isAlike: z.boolean(),
        all: z.number(),
        online: z.number(),
        complete: z.number(),
      }),
    ),

  getProcedure: operation(
    { title: { vi: 'Một thủ tục', en: 'One procedure' }, kind: 'read', permission: 'anyone', urgency: 'public' },
    { method: 'GET', path: '/services/procedures/{code}' },
  )
    // Whatever else is written there is a code that nothing has: not found.
    .input(z.strictObject({ code: z.string().max(100) }))
    .output(ProcedurePage),

  lookUpDossier: operation(
    {
      title: { vi: 'Tra cứu hồ sơ bằng mã', en: 'Look a dossier up by its code' },
      kind: 'read',
      permission: 'anyone',
      limits: lookUpBrakes,
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/look-up' },
  )
    .input(z.strictObject({ code: DossierCode, phoneEnd: z.string().regex(/^\d{4}$/) }))
    .output(
      z.object({
        code: z.string(),
        procedureName: z.string(),
        status: z.string(),
        outcome: z.string().nullable(),
        isReceived: z.boolean(),
        filedAt: z.date(),
        promised: z.date().nullable(),
        finishedAt: z.date().nullable(),
        whoActs: z.string(),
        nextWords: SaidWords,
      }),
    ),

  verifyPaper: operation(
    { title: { vi: 'Kiểm tra giấy đã cấp', en: 'Verify an issued paper' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/services/verify/{code}' },
  )
    .input(z.strictObject({ code: VerificationCode }))
    .output(
      z.object({
        state: z.enum(['valid', 'expired', 'revoked', 'unknown']),
        title: z.string().optional(),
        number: z.string().optional(),
        issuedOn: PlainDate.optional(),
        validUntil: PlainDate.nullable().optional(),
        revokedOn: PlainDate.nullable().optional(),
        revokedDecision: z.string().nullable().optional(),
        unitName: z.string().optional(),
        signer: z.string().optional(),
        holder: z.string().optional(),
      }),
    ),

  getLookups: operation(
    { title: { vi: 'Danh mục cho biểu mẫu', en: 'Code lists of forms' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/services/lookups' },
  )
    .input(z.strictObject({}))
    .output(z.custom<LookupData>()),

  getFigures: operation(
    {
      title: { vi: 'Số liệu giải quyết thủ tục', en: 'Figures of handling' },
      kind: 'read',
      permission: 'anyone',
      urgency: 'public',
    },
    { method: 'GET', path: '/services/figures' },
  )
    .input(
      z.strictObject({
        from: PlainDate.optional(),
        to: PlainDate.optional(),
        by: z.enum(['unit', 'procedure', 'field']).default('unit'),
        /** Only what units of this level decide. */
        level: z.enum(['province', 'district', 'commune']).optional(),
        /** By the organisation of this day, not of the end of the period: what was merged until then counts together. */
        organizationOn: PlainDate.optional(),
      }),
    )
    .output(z.object({ from: PlainDate, to: PlainDate, at: z.date(), total: FigureRow, rows: z.array(FigureRow) })),
}
