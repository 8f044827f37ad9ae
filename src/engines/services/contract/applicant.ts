import { ownPapersContract } from './own-papers.ts'
import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { WeekHours } from '#engines/calendar/declare.ts'
import { PlainDate } from '#values/plain-date.ts'
import type { Form } from '#engines/forms/declare.ts'
import { ToldView } from '#engines/notification/contract.ts'
import {
  DayView,
  DossierLine,
  ExemptionView,
  FeeView,
  FileView,
  OwnHistoryView,
  OutcomeView,
  PaperView,
  PinView,
  PlannedStepView,
  ProblemPlaceView,
  SaidWords,
  StatusView,
  SummaryPageView,
} from './shapes.ts'
import { FiledTogetherView } from './co-applicant.ts'
import { PageSaved, PageSent, Post } from './page-saved.ts'
import { FiledAtOnceView, Receipt } from './receipt.ts'
import { OriginView } from './paper-origin.ts'
import { servicesProblems } from './problems.ts'
import { RevokedView } from './result-view.ts'
import { Rated } from './satisfaction.ts'

const Id = { id: z.uuid() }

export const DraftView = z.object({
  id: z.string(),
  /** The name of whom it is written for, if not the caller. */
  onBehalfOf: z.string().nullable(),
  code: z.string(),
  /** The version in force, by which everything here is made. */
  version: z.string(),
  /** Since when, if the draft was begun under another. */
  changedFrom: PlainDate.nullable(),
  procedureName: SaidWords,
  everydayName: SaidWords.nullable(),
  needsPlace: z.boolean(),
  place: z.string().nullable(),
  placeName: z.string().nullable(),
  form: z.custom<Form>(),
  answers: z.record(z.string(), z.unknown()),
  papers: z.array(PaperView),
  summary: z.array(SummaryPageView),
  fees: z.array(FeeView),
  promised: z.date(),
  receiverName: z.string().nullable(),
  receiverHours: z.array(WeekHours).nullable(),
  /** Where a limit is within the day: what is received later counts from the next working day; null elsewhere, or where nothing is declared. */
  sameDayUntil: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** By question page, whose mark it bears: what a save of that page names as `seen`. */
  writers: z.record(z.string(), z.string()),
  revision: z.number(),
  savedAt: z.date(),
  expiresAt: z.date(),
  missing: z.array(ProblemPlaceView),
  filedTogether: FiledTogetherView.nullable(),
})

/** An open request with what was sent for it so far. */
export const SupplementView = z.object({
  id: z.string(),
  pins: z.array(
    PinView.extend({
      kind: z.enum(['field', 'paper']),
      before: z.array(z.string()),
      isDone: z.boolean(),
      files: z.array(FileView.extend(OriginView.shape)),
    }),
  ),
  askedAt: z.date(),
  askedBy: z.string(),
  due: z.date(),
  basis: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  form: z.custom<Form>(),
})

/** Whose it is: the caller's, of somebody they act for, of somebody they only follow it for, or filed together with them. */
const StandingView = z.enum(['own', 'acts', 'follows', 'together'])

/** What can be paid now, whole đồng together. */
const ToPayView = z.object({ total: z.number(), fees: z.array(FeeView) })

export const FollowView = z.object({
  id: z.string(),
  code: z.string(),
  procedureCode: z.string(),
  procedureName: z.string(),
  applicantName: z.string(),
  /** Who filed together with the applicant. */
  coApplicants: z.array(z.string()),
  /** The others that the same filing started. */
  filedAtOnce: z.array(FiledAtOnceView),
  standing: StandingView,
  status: StatusView,
  outcome: OutcomeView.nullable(),
  isReceived: z.boolean(),
  isLate: z.boolean(),
  filedAt: z.date(),
  receivedAt: z.date().nullable(),
  promised: z.date().nullable(),
  deadline: z.date(),
  finishedAt: z.date().nullable(),
  whoActs: z.string(),
  nextWords: SaidWords,
  /** Where the result is sent; null: it is fetched at the counter. */
  resultAddress: z.string().nullable(),
  planned: z.array(PlannedStepView),
  history: z.array(OwnHistoryView),
  /** What the caller was told outside the platform about it. */
  told: z.array(ToldView),
  answers: z.record(z.string(), z.unknown()),
  summary: z.array(SummaryPageView),
  papers: z.array(PaperView),
  fees: z.array(FeeView),
  exemptions: z.array(ExemptionView),
  toPay: ToPayView,
  days: z.array(DayView),
  apology: z.object({ reason: z.string(), newDate: z.string(), at: z.date(), by: z.string() }).nullable(),
  /** Why it was not accepted, as form 03 says it. */
  rejection: z.object({ reason: z.string(), by: z.string() }).nullable(),
  supplement: SupplementView.nullable(),
  result: z
    .object({
      title: z.string(),
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
      verificationCode: z.string(),
      ...RevokedView,
    })
    .nullable(),
  canWithdraw: z.boolean(),
  canRate: z.boolean(),
  rating: z.number().nullable(),
  /** What a low mark was answered. */
  ratingAnswer: z.string().nullable(),
})

export const applicantContract = {
  listWhomToFileFor: operation(
    { title: { vi: 'Nộp được cho ai', en: 'For whom I may file' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/services/my/represented' },
  )
    .input(z.strictObject({ code: z.string().max(100) }))
    .output(z.array(z.object({ id: z.string(), name: z.string() }))),

  startDraft: operation(
    {
      title: { vi: 'Bắt đầu nộp hồ sơ', en: 'Begin an application' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/drafts' },
  )
    .input(z.strictObject({ code: z.string().max(20), onBehalfOf: z.uuid().optional() }))
    .output(z.object({ id: z.string(), firstPage: z.string() })),

  getDraft: operation(
    {
      title: { vi: 'Hồ sơ đang viết', en: 'An application being written' },
      kind: 'read',
      permission: 'citizen',
      urgency: 'filing',
    },
    { method: 'GET', path: '/services/drafts/{id}' },
  )
    .input(z.strictObject(Id))
    .output(DraftView),

  savePage: operation(
    {
      title: { vi: 'Lưu một trang câu hỏi', en: 'Save a question page' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/drafts/{id}/pages/{page}' },
  )
    .input(
      z.strictObject({
        ...Id,
        page: z.string().max(60),
        ...PageSent,
      }),
    )
    .output(PageSaved),

  choosePlace: operation(
    {
      title: { vi: 'Chọn nơi nộp', en: 'Choose where to file' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/drafts/{id}/place' },
  )
    .input(z.strictObject({ ...Id, place: z.string().regex(/^\d{3,5}$/) }))
    .output(z.object({ receiverName: z.string(), ownerName: z.string() })),

  addPaper: operation(
    {
      title: { vi: 'Gửi kèm giấy tờ', en: 'Add a paper' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/drafts/{id}/papers' },
  )
    .input(z.strictObject({ ...Id, paper: z.string().max(60), fileId: z.uuid() }))
    .output(z.object({ files: z.array(FileView) })),

  removePaper: operation(
    { title: { vi: 'Bỏ một tệp', en: 'Remove a file' }, kind: 'write', permission: 'citizen' },
    { method: 'DELETE', path: '/services/drafts/{id}/papers/{fileId}' },
  )
    .input(z.strictObject({ ...Id, fileId: z.uuid() }))
    .output(z.object({ removed: z.boolean() })),

  submitDraft: operation(
    {
      title: { vi: 'Gửi hồ sơ', en: 'Send the application' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/drafts/{id}/submission' },
  )
    .input(
      z.strictObject({
        ...Id,
        declared: z.boolean(),
        /** The version that the summary was made by; left out: the one it was begun with. Another is in force by now: 409. */
        version: z.uuid().optional(),
      }),
    )
    .output(Receipt),

  discardDraft: operation(
    { title: { vi: 'Bỏ hồ sơ đang viết', en: 'Discard an application' }, kind: 'write', permission: 'citizen' },
    { method: 'DELETE', path: '/services/drafts/{id}' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ discarded: z.boolean() })),

  listMyDossiers: operation(
    { title: { vi: 'Hồ sơ của tôi', en: 'My dossiers' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/services/my/dossiers' },
  )
    .input(
      z.strictObject({
        after: z.string().max(400).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
    )
    .output(
      z.object({
        rows: z.array(
          DossierLine.extend({
            supplementDue: z.date().nullable(),
            canRate: z.boolean(),
            nextWords: SaidWords,
            standing: StandingView,
            toPay: ToPayView,
          }),
        ),
        next: z.string().optional(),
        drafts: z.array(
          z.object({
            id: z.string(),
            code: z.string(),
            procedureName: z.string(),
            onBehalfOf: z.string().nullable(),
            savedAt: z.date(),
            expiresAt: z.date(),
          }),
        ),
      }),
    ),

  getMyDossier: operation(
    { title: { vi: 'Hồ sơ của tôi đến đâu', en: 'Where my dossier is' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/services/my/dossiers/{id}' },
  )
    .input(z.strictObject(Id))
    .output(FollowView),

  ...ownPapersContract,

  saveSupplement: operation(
    {
      title: { vi: 'Lưu phần bổ sung', en: 'Save a supplement' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/my/dossiers/{id}/supplement' },
  )
    .input(z.strictObject({ ...Id, post: Post }))
    .output(z.object({ places: z.array(ProblemPlaceView), savedAt: z.date() })),

  addSupplementPaper: operation(
    {
      title: { vi: 'Gửi lại giấy tờ được yêu cầu', en: 'Send an asked paper again' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/supplement/papers' },
  )
    .input(z.strictObject({ ...Id, paper: z.string().max(60), fileId: z.uuid() }))
    .output(z.object({ files: z.array(FileView) })),

  sendSupplement: operation(
    {
      title: { vi: 'Gửi bổ sung', en: 'Send the supplement' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/supplement/submission' },
  )
    /** `post`: the fields as they stand on the screen, saved in the same go; left out: what was saved before counts. */
    .input(z.strictObject({ ...Id, post: Post.optional() }))
    .output(z.object({ promised: z.date().nullable() })),

  withdraw: operation(
    {
      title: { vi: 'Rút hồ sơ', en: 'Withdraw a dossier' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/withdrawal' },
  )
    .input(z.strictObject({ ...Id, reason: z.string().trim().max(1000).optional() }))
    .output(z.object({ status: z.string() })),

  openPayment: operation(
    {
      title: { vi: 'Trả phí, lệ phí của hồ sơ', en: 'Pay the fees of a dossier' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/payment' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ orderId: z.string() })),

  rate: operation(
    {
      title: { vi: 'Chấm điểm phục vụ', en: 'Rate the service' },
      kind: 'write',
      permission: 'citizen',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/my/dossiers/{id}/rating' },
  )
    .input(
      z.strictObject({
        ...Id,
        ...Rated,
      }),
    )
    .output(z.object({ mark: z.number() })),
}
