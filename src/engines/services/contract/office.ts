import { dossierListsContract } from './dossier-lists.ts'
import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { DaysLeft } from '#engines/calendar/contract.ts'
import { ToldView } from '#engines/notification/contract.ts'
import type { ProcessState } from '#engines/workflow/contract.ts'
import {
  DayView,
  ExemptionView,
  FeeView,
  HistoryView,
  LimitUnitView,
  OutcomeView,
  PaperView,
  PinView,
  PlannedStepView,
  SaidWords,
  StatusView,
  SummaryPageView,
} from './shapes.ts'
import { MeetingView } from './meeting.ts'
import { FiledAtOnceView } from './receipt.ts'
import { servicesProblems } from './problems.ts'
import { ResultDocument, RevokedView } from './result-view.ts'

const Id = { id: z.uuid() }
const Reason = z.string().trim().min(3).max(2000)

export const AllowedActionView = z.object({
  action: z.string(),
  step: z.string().optional(),
  to: z.string().optional(),
  toName: SaidWords.optional(),
  consult: z.string().optional(),
  proposal: z.string().optional(),
  /** What must be asked first; `receiver`: who came for the result, at the counter. */
  needs: z.array(z.string()),
  refused: SaidWords.optional(),
})

/** An act with who can do it: name, title and unit. */
export const ExplainedActs = {
  acts: z.array(AllowedActionView.extend({ stepName: SaidWords.optional(), who: z.array(z.string()) })),
  canAdvise: z.boolean(),
  canWriteResult: z.boolean(),
}

export const OfficeDossier = z.object({
  id: z.string(),
  code: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  versionNumber: z.number(),
  channel: z.string(),
  /** Who helped the applicant to file online. */
  assistedBy: z.object({ name: z.string(), unitName: z.string() }).nullable(),
  applicantName: z.string(),
  applicantPhone: z.string().nullable(),
  /** Where the result is sent; null: it is fetched at the counter. */
  resultAddress: z.string().nullable(),
  /** Names of those who filed together with the applicant. */
  coApplicants: z.array(z.string()),
  /** What else the applicant filed in one go with it. */
  filedAtOnce: z.array(FiledAtOnceView),
  enterpriseName: z.string().nullable(),
  status: StatusView,
  outcome: OutcomeView.nullable(),
  isReceived: z.boolean(),
  isLate: z.boolean(),
  filedAt: z.date(),
  receivedAt: z.date().nullable(),
  promised: z.date().nullable(),
  deadline: z.date(),
  left: DaysLeft,
  finishedAt: z.date().nullable(),
  revision: z.number(),
  state: z.custom<ProcessState>(),
  summary: z.array(SummaryPageView),
  changed: z.array(
    z.object({ path: z.string(), label: z.string(), before: z.array(z.string()), now: z.array(z.string()) }),
  ),
  papers: z.array(PaperView),
  fees: z.array(FeeView),
  /** What notices ask for, which the applicant pays and no counter takes. */
  obligations: z.array(FeeView),
  exemptions: z.array(ExemptionView),
  history: z.array(HistoryView),
  /** What was told outside the platform about it, and how far that came. */
  told: z.array(ToldView),
  planned: z.array(PlannedStepView),
  days: z.array(DayView),
  limitUnit: LimitUnitView,
  tasks: z.array(
    z.object({
      id: z.string(),
      step: z.string(),
      consult: z.string().nullable(),
      stepName: SaidWords,
      unitId: z.string(),
      unitName: z.string(),
      holder: z.string().nullable(),
      due: z.date(),
      isMine: z.boolean(),
      canTake: z.boolean(),
    }),
  ),
  allowed: z.array(AllowedActionView),
  supplement: z
    .object({
      pins: z.array(PinView),
      askedAt: z.date(),
      askedBy: z.string(),
      due: z.date(),
      answeredAt: z.date().nullable(),
    })
    .nullable(),
  result: z
    .object({
      template: z.string(),
      title: z.string(),
      document: ResultDocument,
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
      verificationCode: z.string(),
      savedAt: z.date(),
      revision: z.number(),
      ...RevokedView,
    })
    .nullable(),
  /** The caller may revoke it. */
  canRevokeResult: z.boolean(),
  /** Councils and inspections, of open steps and of those that are done. */
  meetings: z.array(MeetingView),
  /** What the caller may do for whoever filed it and stands at their counter; null at any other. */
  atCounter: z.object({ canSupplement: z.boolean(), canWithdraw: z.boolean() }).nullable(),
  isDecided: z.boolean(),
  /** An opinion of the caller belongs here. */
  canAdvise: z.boolean(),
  /** The caller holds a step in which the result is written. */
  canWriteResult: z.boolean(),
  resultTemplates: z.array(z.object({ id: z.string(), title: z.string(), outcome: z.string() })),
  why: z.array(z.object({ reason: z.string(), unitName: z.string() })),
})

const ActedView = z.object({ status: StatusView, revision: z.number(), nextWords: SaidWords })

export const officeContract = {
  ...dossierListsContract,

  getDossier: operation(
    {
      title: { vi: 'Mở hồ sơ', en: 'Open a dossier' },
      kind: 'read',
      permission: 'dossier.read',
      urgency: 'work',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/dossiers/{id}' },
  )
    .input(z.strictObject(Id))
    .output(OfficeDossier),

  act: operation(
    {
      title: { vi: 'Xử lý hồ sơ', en: 'Act on a dossier' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/actions' },
  )
    .input(
      z.strictObject({
        ...Id,
        revision: z.number().int().optional(),
        act: z.discriminatedUnion('action', [
          z.strictObject({
            action: z.literal('complete'),
            step: z.string(),
            proposal: z.enum(['grant', 'refuse']).optional(),
            reason: Reason.optional(),
            /** Of a delivery, which is not done without it: slip and identity of whoever came were looked at. */
            receiverSeen: z.literal(true).optional(),
          }),
          z.strictObject({ action: z.literal('return'), step: z.string(), to: z.string(), reason: Reason }),
          z.strictObject({ action: z.literal('reject'), step: z.string(), reason: Reason }),
          z.strictObject({
            action: z.literal('pause'),
            step: z.string(),
            ground: z.enum(['financial-obligation', 'applicant-request', 'suspension']),
          }),
          z.strictObject({ action: z.literal('resume') }),
          z.strictObject({ action: z.literal('answer'), step: z.string(), consult: z.string(), opinion: Reason }),
          z.strictObject({
            action: z.literal('apologise'),
            newDate: PlainDate,
            reason: Reason,
          }),
        ]),
      }),
    )
    .output(ActedView.extend({ undoUntil: z.date().nullable() })),

  undoAct: operation(
    {
      title: { vi: 'Hoàn tác việc vừa làm', en: 'Undo the act just done' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/undo' },
  )
    .input(z.strictObject(Id))
    .output(ActedView),

  askSupplement: operation(
    {
      title: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Ask the applicant to supplement' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/supplement' },
  )
    .input(
      z.strictObject({
        ...Id,
        revision: z.number().int().optional(),
        step: z.string(),
        pins: z
          .array(z.strictObject({ path: z.string().max(200), reason: Reason }))
          .min(1)
          .max(60),
        basis: z.string().trim().max(300).optional(),
        days: z.number().int().min(1).max(60).default(10),
      }),
    )
    .output(z.object({ due: z.date(), revision: z.number() })),

  addOpinion: operation(
    { title: { vi: 'Ghi ý kiến', en: 'Write an opinion' }, kind: 'write', permission: 'dossier.advise' },
    { method: 'POST', path: '/services/dossiers/{id}/opinions' },
  )
    .input(z.strictObject({ ...Id, text: z.string().trim().min(1).max(4000) }))
    .output(z.object({ at: z.date(), undoUntil: z.date() })),

  saveResult: operation(
    {
      title: { vi: 'Soạn kết quả', en: 'Draft the result' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/dossiers/{id}/result' },
  )
    .input(
      z.strictObject({
        ...Id,
        template: z.string().max(60),
        revision: z.number().int().optional(),
        document: ResultDocument.optional(),
      }),
    )
    .output(z.object({ document: ResultDocument, revision: z.number(), savedAt: z.date() })),

  recordObligation: operation(
    {
      title: { vi: 'Ghi thông báo nghĩa vụ tài chính', en: 'Write down a notice to pay' },
      kind: 'write',
      permission: 'dossier.read',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/obligations' },
  )
    .input(
      z.strictObject({
        ...Id,
        revision: z.number().int().optional(),
        step: z.string(),
        notice: z.string().trim().min(1).max(100),
        issuedBy: z.string().trim().min(2).max(200),
        items: z
          .array(
            z.strictObject({
              name: z.string().trim().min(2).max(200),
              amount: z.number().int().min(1).max(1e13),
            }),
          )
          .min(1)
          .max(10),
      }),
    )
    .output(z.object({ status: StatusView })),

  decideExemption: operation(
    {
      title: { vi: 'Xác nhận miễn, giảm phí', en: 'Decide an exemption from fees' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/exemption' },
  )
    .input(
      z
        .strictObject({
          ...Id,
          granted: z.boolean(),
          reason: z.string().trim().min(5).max(500).optional(),
          /** The article that says so, where what is declared names none. */
          basis: z.string().trim().min(5).max(200).optional(),
        })
        .refine(({ granted, reason }) => granted || reason !== undefined, {
          path: ['reason'],
          error: 'Ghi lý do không miễn, giảm · Say why it is refused',
        }),
    )
    .output(z.array(ExemptionView)),

  payFee: operation(
    {
      title: { vi: 'Thu lệ phí', en: 'Take a fee' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/dossiers/{id}/fees' },
  )
    .input(z.strictObject({ ...Id, fee: z.string().max(60), method: z.enum(['cash', 'transfer']) }))
    .output(FeeView),

  printForm: operation(
    {
      title: { vi: 'In biểu mẫu', en: 'Print a form' },
      kind: 'read',
      permission: 'signed-in',
      readsPersonalData: true,
      problems: servicesProblems,
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/dossiers/{id}/print/{form}' },
  )
    .input(
      z.strictObject({
        ...Id,
        form: z.enum([
          'receipt-slip',
          'supplement-request',
          'rejection-slip',
          'apology-notice',
          'control-slip',
          'application',
          'result',
        ]),
      }),
    )
    .output(z.instanceof(Blob)),

  explainAccess: operation(
    {
      title: { vi: 'Vì sao tôi thấy hồ sơ này', en: 'Why can I see this dossier' },
      kind: 'read',
      permission: 'dossier.read',
    },
    { method: 'GET', path: '/services/dossiers/{id}/access' },
  )
    .input(z.strictObject(Id))
    .output(
      z.object({
        canSee: z.boolean(),
        words: SaidWords,
        through: z.array(z.object({ unitName: z.string(), reason: z.string(), post: z.string().nullable() })),
        /** By which of the caller's posts, own and lent, and until when. */
        ways: z.array(
          z.object({
            title: z.string(),
            unitName: z.string(),
            words: SaidWords,
            fromName: z.string().nullable(),
            until: z.string().nullable(),
          }),
        ),
        seenBy: z.array(z.object({ name: z.string(), title: z.string(), unitName: z.string() })),
        ...ExplainedActs,
      }),
    ),
}
