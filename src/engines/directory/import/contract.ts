import { z } from 'zod'
import { oneLine } from '#values/one-line.ts'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Staffing } from '../contract/quota.ts'
import { importProblems } from './problems.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
const manage = 'directory.manage'
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const Import = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(['draft', 'done', 'undone']),
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number(), aside: z.number() }),
  createdByName: z.string(),
  createdAt: z.date(),
  doneAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
})

const Line = z.object({
  /** In the whole file, from 0 on. */
  number: z.number(),
  kind: z.enum(['units', 'posts', 'people']),
  sheet: z.string(),
  line: z.number(),
  state: z.enum(['new', 'changed', 'same', 'aside']),
  says: Words,
  /** As they were written; only of lines that were set aside. */
  cells: z.record(z.string(), z.string()).nullable(),
})

export type ImportLine = z.output<typeof Line>

export const importContract = {
  listImports: operation(
    { title: { vi: 'Các lần nhập từ bảng tính', en: 'Imports from spreadsheets' }, kind: 'read', permission: manage },
    { method: 'GET', path: '/directory/imports' },
  )
    .input(z.strictObject({}))
    .output(z.array(Import)),

  startImport: operation(
    {
      title: { vi: 'Gửi bảng tính để nhập', en: 'Send a spreadsheet to import' },
      kind: 'write',
      permission: manage,
      problems: importProblems,
    },
    { method: 'POST', path: '/directory/imports' },
  )
    .input(
      z.strictObject({
        fileName: oneLine(1, 200),
        /** The file, .xlsx or .csv, in base64url without padding: 1.4 MiB at the most. */
        content: z.base64url().max(1_960_000),
      }),
    )
    .output(z.object({ id: z.string() })),

  getImport: operation(
    {
      title: { vi: 'Xem trước hoặc xem lại một lần nhập', en: 'Preview of an import, or what it did' },
      kind: 'read',
      permission: manage,
      readsPersonalData: true,
    },
    { method: 'GET', path: '/directory/imports/{id}' },
  )
    .input(
      z.strictObject({
        id: z.uuid(),
        state: z.enum(['new', 'changed', 'same', 'aside']).optional(),
        from: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      Import.extend({
        /** What `executeImport` is told, so that only what was seen is carried out. */
        seen: z.string(),
        /** Quotas that it touches, on the day when all of it holds; none once it was carried out. */
        quotas: z.array(
          z.object({
            unitName: z.string(),
            staffing: Staffing,
            number: z.number(),
            before: z.number(),
            after: z.number(),
            on: PlainDate,
          }),
        ),
        unread: z.array(z.object({ sheet: z.string(), missing: z.array(z.string()) })),
        lines: z.array(Line),
        /** The number of the next line of this state; null = no more. */
        next: z.number().nullable(),
      }),
    ),

  executeImport: operation(
    {
      title: { vi: 'Thực hiện nhập', en: 'Carry out an import' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: importProblems,
    },
    { method: 'POST', path: '/directory/imports/{id}/execute' },
  )
    .input(z.strictObject({ id: z.uuid(), seen: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(Import),

  undoImport: operation(
    {
      title: { vi: 'Hoàn tác một lần nhập', en: 'Take an import back' },
      kind: 'write',
      permission: manage,
      stepUp: 'proof',
      problems: importProblems,
    },
    { method: 'POST', path: '/directory/imports/{id}/undo' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Import),

  discardImport: operation(
    {
      title: { vi: 'Bỏ một bảng chưa nhập', en: 'Drop a spreadsheet not imported' },
      kind: 'write',
      permission: manage,
    },
    { method: 'DELETE', path: '/directory/imports/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ dropped: z.boolean() })),

  getLinesAside: operation(
    {
      title: { vi: 'Tải các dòng cách ly kèm lý do', en: 'The lines set aside, with their reasons' },
      kind: 'read',
      permission: manage,
      readsPersonalData: true,
      answersFile: workbook,
    },
    { method: 'GET', path: '/directory/imports/{id}/aside' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.instanceof(Blob)),

  getImportTemplate: operation(
    {
      title: { vi: 'Tải bảng mẫu để nhập tổ chức', en: 'The template for importing the organisation' },
      kind: 'read',
      permission: manage,
      answersFile: workbook,
    },
    { method: 'GET', path: '/directory/import-template' },
  )
    .input(z.strictObject({}))
    .output(z.instanceof(Blob)),
}
