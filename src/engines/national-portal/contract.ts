import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Cause } from './declare.ts'

export { linkBrakes, linkProblems, nationalPortalStreams } from './links/streams.ts'

const Flow = z.object({
  flow: z.enum(['record', 'progress', 'status', 'answer', 'filed']),
  sent: z.number(),
  accepted: z.number(),
  refused: z.number(),
  /** Of what came from there: what a person must look at. */
  differing: z.number(),
  waiting: z.number(),
})

/** `off`: no address is set up; `slow`, `down`: as it answers now. */
const LinkStanding = z.enum(['off', 'good', 'slow', 'down'])

/** `fetched`: it waits to become a dossier here; `needs-look`: it cannot, until somebody has mended why. */
const FilingState = z.enum(['fetched', 'filed', 'needs-look'])

export const nationalPortalContract = {
  viewNationalLink: operation(
    {
      title: { vi: 'Xem liên kết Cổng quốc gia', en: 'View the link with the national portal' },
      kind: 'read',
      permission: 'national-link.read',
    },
    { method: 'GET', path: '/national-portal/link' },
  )
    .input(z.strictObject({ from: PlainDate.optional() }))
    .output(
      z.object({
        at: z.date(),
        from: z.string(),
        standing: LinkStanding,
        downSince: z.date().nullable(),
        triedNext: z.date().nullable(),
        answeredAt: z.date().nullable(),
        tookMs: z.number().nullable(),
        error: z.string().nullable(),
        /** Dossiers to be told at all, and those held there as they are here, as far as is known. */
        records: z.object({ all: z.number(), same: z.number() }),
        waitingSince: z.date().nullable(),
        checksDue: z.number(),
        flows: z.array(Flow),
        days: z.array(z.object({ day: z.string(), accepted: z.number() })),
        causes: z.array(z.object({ cause: Cause, count: z.number() })),
      }),
    ),

  listNationalDifferences: operation(
    {
      title: { vi: 'Xem những gì lệch với Cổng quốc gia', en: 'List what differs from the national portal' },
      kind: 'read',
      permission: 'national-link.read',
    },
    { method: 'GET', path: '/national-portal/differences' },
  )
    .input(z.strictObject({ cause: Cause, ...PageRequest }))
    .output(
      pageOf(
        z.object({
          /** Of the dossier, or of the question whose answer it is. */
          id: z.uuid(),
          kind: z.enum(['record', 'progress', 'status', 'answer']),
          code: z.string(),
          /** The name of the procedure, or what is asked. */
          title: z.string(),
          unitName: z.string(),
          error: z.string().nullable(),
          changedAt: z.date(),
          acceptedAt: z.date().nullable(),
          checkedAt: z.date().nullable(),
          fields: z.array(z.object({ field: z.string(), ours: z.string(), theirs: z.string(), isSame: z.boolean() })),
        }),
      ),
    ),

  repairNationalDifferences: operation(
    {
      title: { vi: 'Gửi lại những gì lệch lên Cổng quốc gia', en: 'Tell the national portal again what differs' },
      kind: 'write',
      permission: 'national-link.manage',
    },
    { method: 'POST', path: '/national-portal/repairs' },
  )
    .input(z.strictObject({ cause: Cause, id: z.uuid().optional() }))
    .output(z.object({ count: z.number() })),

  checkNationalPortal: operation(
    {
      title: { vi: 'Đối soát với Cổng quốc gia', en: 'Compare everything with the national portal' },
      kind: 'write',
      permission: 'national-link.manage',
    },
    { method: 'POST', path: '/national-portal/checks' },
  )
    .input(z.strictObject({}))
    .output(z.object({ count: z.number() })),

  listNationalFilings: operation(
    {
      title: { vi: 'Xem hồ sơ nộp trên Cổng quốc gia', en: 'List what was filed on the national portal' },
      kind: 'read',
      permission: 'national-link.read',
    },
    { method: 'GET', path: '/national-portal/filings' },
  )
    .input(z.strictObject({ state: FilingState.optional(), ...PageRequest }))
    .output(
      pageOf(
        z.object({
          /** As it is called there. */
          code: z.string(),
          procedureCode: z.string(),
          state: FilingState,
          fetchedAt: z.date(),
          /** Why it is no dossier here yet. */
          error: z.string().nullable(),
          dossierCode: z.string().nullable(),
          /** How much of it has no place here. */
          unread: z.number(),
        }),
      ),
    ),

  retryNationalFilings: operation(
    {
      title: { vi: 'Nhận lại hồ sơ nộp trên Cổng quốc gia', en: 'Try again to file what was filed there' },
      kind: 'write',
      permission: 'national-link.manage',
    },
    { method: 'POST', path: '/national-portal/filings/retries' },
  )
    .input(z.strictObject({ code: z.string().max(60).optional() }))
    .output(z.object({ count: z.number() })),

  listDelistedProcedures: operation(
    {
      title: { vi: 'Thủ tục không còn trong danh sách quốc gia', en: 'Procedures no longer in the national list' },
      kind: 'read',
      permission: 'procedure.announce',
    },
    { method: 'GET', path: '/national-portal/delisted-procedures' },
  )
    .input(z.strictObject({}))
    /** `since`: when that was seen; on which day they were repealed the list does not say. */
    .output(z.array(z.object({ code: z.string(), name: z.string(), since: z.date() }))),

  viewNationalFiling: operation(
    {
      title: { vi: 'Xem phần chưa đọc được từ Cổng quốc gia', en: 'View what of a national filing has no place here' },
      kind: 'read',
      permission: 'dossier.read',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/national-portal/dossiers/{id}/filing' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(
      z.object({
        /** Null: it was filed here. */
        filing: z
          .object({
            code: z.string(),
            unread: z.array(z.object({ field: z.string(), value: z.string(), why: z.string() })),
          })
          .nullable(),
      }),
    ),
}
