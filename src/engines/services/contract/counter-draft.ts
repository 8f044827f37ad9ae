import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { CounterChannel } from './counter.ts'
import { servicesProblems } from './problems.ts'
import { DayView, FeeView, GivenPapers, LimitUnitView, SaidWords } from './shapes.ts'

const Id = { id: z.uuid() }
const PaperId = z.string().regex(/^[\w.-]{1,60}$/)

const CounterDraftLine = z.object({
  id: z.string(),
  code: z.string(),
  procedureName: z.string(),
  applicantName: z.string().nullable(),
  /** The dossier that it supplements; null where it is an application. */
  dossierId: z.string().nullable(),
  isAssisted: z.boolean(),
  counterName: z.string(),
  holderName: z.string(),
  isMine: z.boolean(),
  savedAt: z.date(),
  expiresAt: z.date(),
})

/** Drafts of a counter: of whoever writes them, seen and taken over by colleagues of the same counter only. */
export const counterDraftContract = {
  saveCounterDraft: operation(
    {
      title: { vi: 'Lưu hồ sơ đang nhập tại quầy', en: 'Save what is typed at a counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'PUT', path: '/services/counter-drafts/{id}' },
  )
    .input(
      z.strictObject({
        ...Id,
        code: z.string().max(20),
        channel: CounterChannel.default('counter'),
        counterId: z.uuid().optional(),
        place: z
          .string()
          .regex(/^\d{3,5}$/)
          .optional(),
        applicantName: z.string().trim().max(100).optional(),
        post: z.string().max(500_000),
        papers: GivenPapers.default([]),
        /** Of what the caller has on the screen; another window's later text is not written over. */
        revision: z.number().int().min(0).optional(),
      }),
    )
    // What follows from the answers so far: fees, and the day if it is received now.
    .output(
      z.object({
        revision: z.number(),
        savedAt: z.date(),
        fees: z.array(FeeView),
        promised: z.date(),
        days: z.array(DayView),
        limitUnit: LimitUnitView,
      }),
    ),

  getCounterDraft: operation(
    {
      title: { vi: 'Hồ sơ đang nhập dở tại quầy', en: 'A draft of a counter' },
      kind: 'read',
      permission: 'dossier.receive',
      urgency: 'work',
      readsPersonalData: true,
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/counter-drafts/{id}' },
  )
    .input(z.strictObject(Id))
    .output(
      z.object({
        id: z.string(),
        code: z.string(),
        /** The dossier that is supplemented; null where it is an application. */
        dossierId: z.string().nullable(),
        isAssisted: z.boolean(),
        counterId: z.string(),
        post: z.string(),
        papers: GivenPapers,
        revision: z.number(),
        savedAt: z.date(),
      }),
    ),

  listCounterDrafts: operation(
    {
      title: { vi: 'Hồ sơ đang nhập dở ở quầy', en: 'Drafts of my counters' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/counter-drafts' },
  )
    .input(z.strictObject({}))
    .output(z.array(CounterDraftLine)),

  takeCounterDraft: operation(
    {
      title: { vi: 'Làm tiếp hồ sơ đang nhập dở', en: 'Take over a draft of a counter' },
      kind: 'write',
      permission: 'dossier.receive',
    },
    { method: 'POST', path: '/services/counter-drafts/{id}/taking' },
  )
    .input(z.strictObject(Id))
    .output(CounterDraftLine.pick({ id: true, dossierId: true })),

  viewDraftPaper: operation(
    {
      title: { vi: 'Các trang đã quét của một giấy tờ', en: 'What was scanned of one paper' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
      problems: servicesProblems,
    },
    { method: 'GET', path: '/services/counter-drafts/{id}/papers/{paper}' },
  )
    .input(z.strictObject({ ...Id, paper: PaperId }))
    .output(
      z.object({
        dossierId: z.string().nullable(),
        name: SaidWords,
        accept: z.array(z.string()),
        maxFiles: z.number(),
        files: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            mediaType: z.string(),
            /** Of a PDF as many as it has; a picture is one; null where it has none that could be joined. */
            pages: z.number().nullable(),
          }),
        ),
      }),
    ),

  addDraftScan: operation(
    {
      title: { vi: 'Thêm bản quét vào hồ sơ đang nhập', en: 'Add a scan to a draft of a counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/counter-drafts/{id}/scans' },
  )
    .input(z.strictObject({ ...Id, paper: PaperId, fileId: z.uuid() }))
    .output(z.object({ revision: z.number() })),

  joinDraftScans: operation(
    {
      title: { vi: 'Thay các bản quét bằng tệp đã gộp trang', en: 'Put joined pages in the place of the scans' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'POST', path: '/services/counter-drafts/{id}/joined-scans' },
  )
    .input(z.strictObject({ ...Id, paper: PaperId, fileId: z.uuid() }))
    .output(z.object({ revision: z.number() })),

  discardCounterDraft: operation(
    {
      title: { vi: 'Bỏ hồ sơ đang nhập dở', en: 'Discard a draft of a counter' },
      kind: 'write',
      permission: 'dossier.receive',
      problems: servicesProblems,
    },
    { method: 'DELETE', path: '/services/counter-drafts/{id}' },
  )
    .input(z.strictObject(Id))
    .output(z.object({ discarded: z.boolean() })),
}
