import { z } from 'zod'
import type { Json } from '#values/layers.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Edit } from '../authoring/edit-declaration.ts'
import { sections } from '../authoring/elements/element-kinds.ts'
import { VersionChange } from './admin.ts'
import { authoringProblems } from './authoring-problems.ts'
import { SaidWords } from './shapes.ts'

const State = z.enum(['editing', 'submitted', 'published', 'withdrawn'])

const Code = z.string().regex(/^(\d\.\d{6}|[A-Z]+\.\d+)$/, {
  error:
    'Mã quốc gia như 1.000123, hoặc mã của tỉnh như BG.118 · A national code such as 1.000123, or a local one such as BG.118',
})

const line = {
  id: z.string(),
  code: z.string(),
  name: SaidWords,
  state: State,
  savedAt: z.date(),
  savedByName: z.string(),
  effectiveOn: PlainDate.nullable(),
}

const FindingView = z.object({
  weight: z.enum(['error', 'hint']),
  path: z.string(),
  section: z.enum(sections),
  element: z.string(),
  where: SaidWords,
  words: SaidWords,
})

/** What the controls of the editor offer. */
const Choices = z.object({
  functions: z.array(z.object({ value: z.string(), text: SaidWords })),
  agencies: z.array(z.object({ value: z.string(), text: SaidWords })),
  tiers: z.array(z.object({ value: z.string(), text: SaidWords })),
  /** With the entries of those that the draft goes by. */
  codeLists: z.array(
    z.object({
      value: z.string(),
      text: SaidWords,
      entries: z.array(z.object({ value: z.string(), text: SaidWords })),
    }),
  ),
  /** What a bundle may start. */
  procedures: z.array(z.object({ value: z.string(), text: SaidWords })),
  /** What the members of this bundle ask for; those in force alone. */
  members: z.array(
    z.object({
      code: z.string(),
      questions: z.array(
        z.object({
          id: z.string(),
          type: z.string(),
          label: SaidWords,
          options: z.array(z.object({ value: z.string(), label: SaidWords })),
          isRequired: z.boolean(),
        }),
      ),
      papers: z.array(z.object({ id: z.string(), name: SaidWords, isRequired: z.boolean() })),
    }),
  ),
})

/** A place that a draft and what was merged into it both changed. */
const ConflictView = z.object({
  where: SaidWords,
  /** Null where that side took it away. */
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  chosen: z.enum(['ours', 'theirs']).nullable(),
  /** The number of the version that was merged; null: what an upgrade declares. */
  from: z.number().nullable(),
})

/** How many dossiers took one, two, three… working days, and how many were late. */
const CourseView = z.object({ days: z.array(z.number()), late: z.number() })

const revision = z.int().min(1)
const draft = z.strictObject({ id: z.uuid(), revision })
const kept = z.object({ revision: z.number(), savedAt: z.date() })

export const authoringContract = {
  listProcedureDrafts: operation(
    {
      title: { vi: 'Các bản thủ tục đang soạn', en: 'Drafts of procedures' },
      kind: 'read',
      permission: 'procedure.write',
    },
    { method: 'GET', path: '/services/procedure-drafts' },
  )
    .input(z.strictObject({}))
    .output(z.array(z.object(line))),

  listEditableProcedures: operation(
    {
      title: { vi: 'Thủ tục tôi được sửa', en: 'Procedures that I may change' },
      kind: 'read',
      permission: 'procedure.write',
    },
    { method: 'GET', path: '/services/editable-procedures' },
  )
    .input(z.strictObject({ text: z.string().max(100).default(''), after: z.string().max(20).optional() }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            number: z.number(),
            origin: z.string(),
            isComplete: z.boolean(),
            openDossiers: z.number(),
          }),
        ),
        next: z.string().nullable(),
        /** Whose procedures the caller may write, for a new one. */
        agencies: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),

  listHeldVersions: operation(
    {
      title: { vi: 'Bản gốc đổi, chờ hợp nhất', en: 'Declared versions that wait to be merged' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/held-versions' },
  )
    .input(z.strictObject({}))
    .output(z.array(z.object({ code: z.string(), name: z.string(), number: z.number(), publishedAt: z.date() }))),

  openProcedureDraft: operation(
    {
      title: { vi: 'Soạn bản mới của thủ tục', en: 'Begin a new version of a procedure' },
      kind: 'write',
      permission: 'procedure.write',
      problems: { draftOpen: authoringProblems.draftOpen },
    },
    { method: 'POST', path: '/services/procedures/{code}/drafts' },
  )
    /** `from`: an earlier version that is to hold again; `merge`: with what an upgrade declares. */
    .input(
      z.strictObject({
        code: z.string().max(20),
        from: z.int().min(1).optional(),
        merge: z.literal(true).optional(),
      }),
    )
    .output(z.object({ id: z.string() })),

  createProcedureDraft: operation(
    {
      title: { vi: 'Soạn thủ tục mới', en: 'Begin a new procedure' },
      kind: 'write',
      permission: 'procedure.write',
      problems: { draftOpen: authoringProblems.draftOpen, codeTaken: authoringProblems.codeTaken },
    },
    { method: 'POST', path: '/services/procedure-drafts' },
  )
    .input(
      z.strictObject({
        code: Code,
        name: z.string().trim().min(3).max(500),
        /** The code of the agency that decides. */
        agency: z.string().max(40),
        /** The procedure that it is like. */
        copyOf: z.string().max(20).optional(),
      }),
    )
    .output(z.object({ id: z.string() })),

  getProcedureDraft: operation(
    { title: { vi: 'Một bản đang soạn', en: 'A draft of a procedure' }, kind: 'read', permission: 'procedure.write' },
    { method: 'GET', path: '/services/procedure-drafts/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        ...line,
        revision: z.number(),
        declaration: z.custom<Json>(),
        /** Of the version that it began with; null for a new procedure. */
        baseNumber: z.number().nullable(),
        /** Of a version that was published since it was begun, and that it would undo. */
        newerNumber: z.number().nullable(),
        ownerName: z.string(),
        submittedByName: z.string().nullable(),
        submittedAt: z.date().nullable(),
        decidedByName: z.string().nullable(),
        decidedAt: z.date().nullable(),
        document: z.string().nullable(),
        remark: z.string().nullable(),
        mayApprove: z.boolean(),
        isOwn: z.boolean(),
        findings: z.array(FindingView),
        conflicts: z.array(ConflictView),
        changes: z.array(VersionChange),
        choices: Choices,
      }),
    ),

  measureDraftImpact: operation(
    {
      title: { vi: 'Bản đang soạn động đến những gì', en: 'What a draft would touch' },
      urgency: 'export',
      kind: 'read',
      permission: 'procedure.write',
    },
    { method: 'GET', path: '/services/procedure-drafts/{id}/impact' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    /** Nothing while the draft is no procedure yet. */
    .output(
      z
        .object({
          openDossiers: z.number(),
          /** Open dossiers go by it too. */
          moves: z.boolean(),
          applications: z.number(),
          counters: z.number(),
          templates: z.number(),
        })
        .nullable(),
    ),

  simulateDraft: operation(
    {
      title: { vi: 'Thử bản đang soạn trên hồ sơ năm qua', en: 'Try a draft on last year’s dossiers' },
      urgency: 'export',
      kind: 'read',
      permission: 'procedure.write',
      problems: { notReady: authoringProblems.notReady },
    },
    { method: 'GET', path: '/services/procedure-drafts/{id}/simulation' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        dossiers: z.number(),
        before: CourseView,
        after: CourseView,
        limitDays: z.number(),
        steps: z.array(
          z.object({
            step: z.string(),
            name: SaidWords,
            by: SaidWords,
            hours: z.number(),
            dossiers: z.number(),
            takes: z.number(),
            late: z.number(),
          }),
        ),
        lateDossiers: z.array(z.object({ id: z.string(), code: z.string() })),
      }),
    ),

  editProcedureDraft: operation(
    {
      title: { vi: 'Sửa bản đang soạn', en: 'Change a draft of a procedure' },
      kind: 'write',
      permission: 'procedure.write',
      problems: {
        draftChanged: authoringProblems.draftChanged,
        draftClosed: authoringProblems.draftClosed,
        notThere: authoringProblems.notThere,
        draftTooLarge: authoringProblems.draftTooLarge,
      },
    },
    { method: 'PUT', path: '/services/procedure-drafts/{id}' },
  )
    .input(draft.extend({ edits: z.array(Edit).max(200) }))
    .output(kept),

  decideConflict: operation(
    {
      title: { vi: 'Chọn một trong hai bản ở chỗ khác nhau', en: 'Choose between two versions of one place' },
      kind: 'write',
      permission: 'procedure.write',
      problems: {
        draftChanged: authoringProblems.draftChanged,
        draftClosed: authoringProblems.draftClosed,
        notThere: authoringProblems.notThere,
      },
    },
    { method: 'POST', path: '/services/procedure-drafts/{id}/conflicts' },
  )
    /** `number`: of the conflict, counted from 0. */
    .input(draft.extend({ number: z.int().min(0).max(1000), take: z.enum(['ours', 'theirs']) }))
    .output(kept),

  mergeNewerVersion: operation(
    {
      title: { vi: 'Ghép bản công bố sau vào bản đang soạn', en: 'Merge a version that was published since' },
      kind: 'write',
      permission: 'procedure.write',
      problems: {
        draftChanged: authoringProblems.draftChanged,
        draftClosed: authoringProblems.draftClosed,
        notThere: authoringProblems.notThere,
        draftTooLarge: authoringProblems.draftTooLarge,
      },
    },
    { method: 'POST', path: '/services/procedure-drafts/{id}/newer-version' },
  )
    .input(draft)
    .output(kept),

  submitProcedureDraft: operation(
    {
      title: { vi: 'Gửi duyệt bản thủ tục', en: 'Submit a draft for approval' },
      kind: 'write',
      permission: 'procedure.write',
      problems: {
        draftChanged: authoringProblems.draftChanged,
        draftClosed: authoringProblems.draftClosed,
        notReady: authoringProblems.notReady,
        dayPast: authoringProblems.dayPast,
        otherOwner: authoringProblems.otherOwner,
      },
    },
    { method: 'POST', path: '/services/procedure-drafts/{id}/submission' },
  )
    .input(draft.extend({ effectiveOn: PlainDate }))
    .output(kept),

  returnProcedureDraft: operation(
    {
      title: { vi: 'Trả lại bản thủ tục để sửa', en: 'Send a draft back to be changed' },
      kind: 'write',
      permission: 'procedure.approve',
      problems: { draftChanged: authoringProblems.draftChanged, draftClosed: authoringProblems.draftClosed },
    },
    { method: 'POST', path: '/services/procedure-drafts/{id}/return' },
  )
    .input(draft.extend({ remark: z.string().trim().min(3).max(2000) }))
    .output(kept),

  approveProcedureDraft: operation(
    {
      title: { vi: 'Duyệt và công bố bản thủ tục', en: 'Approve and publish a draft' },
      kind: 'write',
      permission: 'procedure.approve',
      stepUp: 'proof',
      problems: {
        draftChanged: authoringProblems.draftChanged,
        draftClosed: authoringProblems.draftClosed,
        notReady: authoringProblems.notReady,
        ownDraft: authoringProblems.ownDraft,
      },
    },
    { method: 'POST', path: '/services/procedure-drafts/{id}/approval' },
  )
    .input(draft.extend({ document: z.string().trim().min(3).max(60) }))
    .output(z.object({ number: z.number(), from: PlainDate })),

  withdrawProcedureDraft: operation(
    {
      title: { vi: 'Bỏ bản đang soạn', en: 'Discard a draft of a procedure' },
      kind: 'write',
      permission: 'procedure.write',
      problems: { draftClosed: authoringProblems.draftClosed },
    },
    { method: 'DELETE', path: '/services/procedure-drafts/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ code: z.string() })),

  previewDraftResult: operation(
    {
      title: { vi: 'In thử văn bản của bản đang soạn', en: 'Print a result of a draft with made-up answers' },
      kind: 'read',
      permission: 'procedure.write',
      answersFile: 'application/pdf',
    },
    { method: 'GET', path: '/services/procedure-drafts/{id}/results/{number}/sample' },
  )
    /** `number`: of the result, counted from 0. */
    .input(z.strictObject({ id: z.uuid(), number: z.coerce.number().int().min(0).max(100) }))
    .output(z.instanceof(Blob)),
}
