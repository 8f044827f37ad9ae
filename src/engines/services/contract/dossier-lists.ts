import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { DaysLeft } from '#engines/calendar/contract.ts'
import { DossierLine, SaidWords } from './shapes.ts'

/** Dossiers and their papers, listed, searched, counted and exported for officials. */
export const dossierListsContract = {
  listDossiers: operation(
    {
      title: { vi: 'Danh sách hồ sơ', en: 'List dossiers' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/dossiers' },
  )
    .input(
      z.strictObject({
        ...PageRequest,
        view: z.enum(['open', 'all']).default('open'),
        text: z.string().trim().max(100).optional(),
        procedure: z.string().max(20).optional(),
      }),
    )
    .output(pageOf(DossierLine.extend({ left: DaysLeft }))),

  findDossiers: operation(
    {
      title: { vi: 'Tìm nhanh hồ sơ', en: 'Find dossiers' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/found-dossiers' },
  )
    .input(
      z.strictObject({
        text: z.string().trim().min(2).max(100),
        limit: z.coerce.number().int().min(1).max(20).default(6),
      }),
    )
    .output(z.array(DossierLine.extend({ left: DaysLeft }))),

  getPaperText: operation(
    {
      title: { vi: 'Chữ trong một giấy tờ', en: 'The words of one paper' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/dossiers/{id}/papers/{fileId}/text' },
  )
    .input(z.strictObject({ id: z.uuid(), fileId: z.uuid() }))
    .output(
      z.object({
        code: z.string(),
        paperName: SaidWords.nullable(),
        fileName: z.string(),
        how: z.enum(['layer', 'ocr', 'none']).nullable(),
        text: z.string(),
      }),
    ),

  searchPapers: operation(
    {
      title: { vi: 'Tìm trong nội dung giấy tờ', en: 'Search in what papers say' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/services/papers' },
  )
    .input(z.strictObject({ ...PageRequest, text: z.string().trim().min(2).max(100) }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          dossierId: z.string(),
          code: z.string(),
          applicantName: z.string(),
          /** Null for a paper that the procedure no longer names. */
          paperName: SaidWords.nullable(),
          fileId: z.string(),
          fileName: z.string(),
          /** Read from the file, or recognised in a picture: then letters may be wrong. */
          how: z.enum(['layer', 'ocr']),
          piece: z.string(),
          addedAt: z.date(),
        }),
      ),
    ),

  countDossiers: operation(
    { title: { vi: 'Đếm hồ sơ', en: 'Count dossiers' }, kind: 'read', permission: 'dossier.read' },
    { method: 'GET', path: '/services/dossiers/count' },
  )
    .input(z.strictObject({}))
    .output(z.object({ open: z.number(), late: z.number(), dueSoon: z.number(), isCapped: z.boolean() })),

  exportDossiers: operation(
    {
      title: { vi: 'Kết xuất sổ theo dõi hồ sơ', en: 'Export the dossier book' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
      answersFile: 'text/csv',
    },
    { method: 'GET', path: '/services/dossiers/export' },
  )
    .input(z.strictObject({ view: z.enum(['open', 'all']).default('open') }))
    .output(z.instanceof(Blob)),
}
