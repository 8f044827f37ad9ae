import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import type { AnnouncedProcedure } from '../catalogue/announced-procedure.ts'
import { catalogueProblems } from './catalogue-problems.ts'
import { SaidWords } from './shapes.ts'

const manage = 'procedure.announce'
const Number = z.coerce.number().int().min(1).max(1_000_000)

export const RecordState = z.enum(['aside', 'same', 'clear', 'doubtful', 'accepted', 'rejected'])
export const CatalogueFact = z.enum([
  'name',
  'field',
  'subjects',
  'timeLimits',
  'fees',
  'papers',
  'sets',
  'result',
  'legalBasis',
  'course',
  'ways',
  'conditions',
])

/** A decision with its days; the day it is published here is today at the latest. */
const Announcement = z.strictObject({
  issuer: z.enum(['province', 'ministry']),
  document: oneLine(3, 60),
  signedOn: PlainDate,
  publishedOn: PlainDate,
  effectiveOn: PlainDate,
})

const Import = z.object({
  id: z.uuid(),
  title: z.string(),
  origin: z.enum(['file', 'national-portal']),
  createdByName: z.string(),
  createdAt: z.date(),
  counts: z.record(RecordState, z.number()),
})

const Line = z.object({
  number: z.number(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  level: z.string().nullable(),
  field: z.string().nullable(),
  state: RecordState,
  matchedCode: z.string().nullable(),
  matchedBy: z.enum(['code', 'local-code', 'name', 'chosen', 'none']),
  reasons: z.array(SaidWords),
  rejectReason: z.string().nullable(),
  procedureCode: z.string().nullable(),
})

const FigureRow = z.object({
  code: z.string(),
  name: z.string(),
  isMet: z.boolean(),
  /** What it was judged by: days, or the parts that are missing. */
  says: SaidWords,
})

export const catalogueContract = {
  listCatalogueImports: operation(
    { title: { vi: 'Các lần nhập danh mục thủ tục', en: 'Imports of catalogues' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/services/catalogues' },
  )
    .input(z.strictObject({}))
    .output(z.array(Import)),

  takeCatalogue: operation(
    {
      title: { vi: 'Gửi danh mục thủ tục để đối chiếu', en: 'Send a catalogue of procedures to compare' },
      kind: 'write',
      permission: manage,
      problems: catalogueProblems,
    },
    { method: 'POST', path: '/services/catalogues' },
  )
    .input(
      z.strictObject({
        fileName: oneLine(1, 200),
        /** The file in base64url without padding: 1.4 MiB at the most; larger ones come by the command line. */
        content: z.base64url().min(4).max(1_960_000),
      }),
    )
    .output(z.object({ id: z.string() })),

  getCatalogueImport: operation(
    { title: { vi: 'Một lần nhập danh mục', en: 'One import of a catalogue' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/services/catalogues/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Import),

  discardCatalogue: operation(
    {
      title: { vi: 'Bỏ một danh mục chưa quyết định', en: 'Drop an undecided catalogue' },
      kind: 'write',
      permission: manage,
    },
    { method: 'DELETE', path: '/services/catalogues/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ dropped: z.boolean() })),

  listCatalogueRecords: operation(
    { title: { vi: 'Các bản ghi của danh mục', en: 'Records of a catalogue' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/services/catalogues/{id}/records' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        state: RecordState,
        /** The number of the last record seen. */
        after: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(Line), next: z.number().optional() })),

  getCatalogueRecord: operation(
    {
      title: { vi: 'Một bản ghi, đặt cạnh thủ tục', en: 'One record beside the procedure' },
      kind: 'read',
      permission: manage,
    },
    { method: 'GET', path: '/services/catalogues/{id}/records/{number}' },
  )
    .input(z.strictObject({ id: z.uuid(), number: Number }))
    .output(
      Line.extend({
        /** As it came. */
        raw: z.string(),
        said: z.custom<AnnouncedProcedure | null>(),
        doubts: z.array(SaidWords),
        /** Parts that could not be used. */
        setAside: z.array(z.object({ raw: z.string(), why: SaidWords })),
        needs: z.array(z.enum(['level', 'owner', 'field', 'result'])),
        differences: z.array(
          z.object({ fact: CatalogueFact, what: SaidWords, before: SaidWords.nullable(), after: SaidWords }),
        ),
        isComplete: z.boolean(),
        alike: z.array(
          z.object({
            code: z.string(),
            name: z.string(),
            level: z.string(),
            isComplete: z.boolean(),
            likeness: z.number(),
          }),
        ),
        decidedAt: z.date().nullable(),
        decidedByName: z.string().nullable(),
        /** What `acceptCatalogueRecord` is told, so that only what was seen is accepted. */
        seen: z.string(),
      }),
    ),

  matchCatalogueRecord: operation(
    {
      title: { vi: 'Chọn thủ tục tương ứng của bản ghi', en: 'Say which procedure a record is about' },
      kind: 'write',
      permission: manage,
      problems: { notNew: catalogueProblems.notNew },
    },
    { method: 'POST', path: '/services/catalogues/{id}/records/{number}/match' },
  )
    .input(z.strictObject({ id: z.uuid(), number: Number, code: z.string().max(20).nullable() }))
    .output(z.object({ state: RecordState })),

  correctCatalogueRecord: operation(
    { title: { vi: 'Sửa một bản ghi của danh mục', en: 'Correct a record' }, kind: 'write', permission: manage },
    { method: 'POST', path: '/services/catalogues/{id}/records/{number}/correction' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        number: Number,
        name: oneLine(3, 1000).optional(),
        code: z
          .string()
          .regex(/^\d\.\d{6}$/, { error: 'Mã quốc gia như 1.000123 · A national code such as 1.000123' })
          .optional(),
        level: z.enum(['province', 'district', 'commune']).optional(),
        performer: oneLine(2, 200).optional(),
        field: oneLine(2, 200).optional(),
        result: oneLine(2, 500).optional(),
        timeLimit: z
          .strictObject({
            amount: z.coerce.number().int().min(1).max(10_000),
            unit: z.enum(['working-day', 'calendar-day', 'working-hour', 'within-day']),
          })
          .refine(({ amount, unit }) => unit !== 'within-day' || amount === 1, { path: ['amount'], error: '= 1' })
          .optional(),
      }),
    )
    .output(z.object({ state: RecordState })),

  acceptCatalogueRecord: operation(
    {
      title: { vi: 'Công bố theo một bản ghi', en: 'Announce what a record says' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: catalogueProblems,
    },
    { method: 'POST', path: '/services/catalogues/{id}/records/{number}/accept' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        number: Number,
        facts: z.array(CatalogueFact).max(20).optional(),
        announcement: Announcement,
        seen: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .output(z.object({ code: z.string() })),

  acceptClearRecords: operation(
    {
      title: { vi: 'Công bố mọi bản ghi không có nghi vấn', en: 'Announce every record without doubt' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: catalogueProblems,
    },
    { method: 'POST', path: '/services/catalogues/{id}/accept' },
  )
    .input(z.strictObject({ id: z.uuid(), announcement: Announcement }))
    .output(z.object({ accepted: z.number() })),

  rejectCatalogueRecord: operation(
    { title: { vi: 'Không nhận một bản ghi', en: 'Reject a record' }, kind: 'write', permission: manage },
    { method: 'POST', path: '/services/catalogues/{id}/records/{number}/reject' },
  )
    .input(z.strictObject({ id: z.uuid(), number: Number, reason: oneLine(5, 500) }))
    .output(z.object({ state: RecordState })),

  getCatalogueAside: operation(
    {
      title: { vi: 'Tải các bản ghi cách ly kèm lý do', en: 'The records set aside, with their reasons' },
      kind: 'read',
      permission: manage,
      answersFile: 'text/plain',
    },
    { method: 'GET', path: '/services/catalogues/{id}/aside' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.instanceof(Blob)),

  listAnnouncements: operation(
    {
      title: { vi: 'Các quyết định công bố', en: 'Decisions that announce procedures' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/announcements' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        Announcement.extend({
          id: z.uuid(),
          kind: z.enum(['announced', 'repealed']),
          createdByName: z.string(),
          procedures: z.number(),
        }),
      ),
    ),

  repealProcedures: operation(
    {
      title: { vi: 'Bãi bỏ thủ tục', en: 'Repeal procedures' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: catalogueProblems,
    },
    { method: 'POST', path: '/services/announcements/repeals' },
  )
    .input(z.strictObject({ codes: z.array(z.string().max(20)).min(1).max(600), announcement: Announcement }))
    .output(z.object({ repealed: z.number() })),

  getPublicityFigures: operation(
    {
      title: { vi: 'Chỉ số công khai, minh bạch 1.1–1.3', en: 'Figures of publicity 1.1–1.3' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/publicity-figures' },
  )
    .input(z.strictObject({ from: PlainDate, to: PlainDate }))
    .output(
      z.array(
        z.object({
          id: z.enum(['1.1', '1.2', '1.3']),
          /** Rows that meet the rule, of how many. */
          met: z.number(),
          of: z.number(),
          rows: z.array(FigureRow),
        }),
      ),
    ),
}
