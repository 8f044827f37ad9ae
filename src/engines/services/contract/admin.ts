import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { AmendmentInput, amendmentProblems, HoursInput, officeHoursProblems } from '#engines/calendar/contract.ts'
import type { Procedure } from '../declare.ts'
import { SaidWords } from './shapes.ts'

/** One thing that one version says otherwise than another, by the part it stands in; `before` is null for what is new. */
export const VersionChange = z.object({
  part: z.enum(['facts', 'papers', 'form', 'process', 'results', 'messages']),
  /** What it is about: a paper, a question, a step, or a fact such as the time limit. */
  what: SaidWords,
  before: SaidWords.nullable(),
  after: SaidWords.nullable(),
})

const MovedDeadlines = z.object({ deadlines: z.number(), promises: z.number(), supplements: z.number() })

/** As far as the database counts. */
const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647)

export const procedureAdminContract = {
  listVersions: operation(
    { title: { vi: 'Các bản của thủ tục', en: 'Versions of a procedure' }, kind: 'read', permission: 'procedure.read' },
    { method: 'GET', path: '/services/procedures/{code}/versions' },
  )
    .input(z.strictObject({ code: z.string().max(20) }))
    .output(
      z.array(
        z.object({
          number: z.number(),
          state: z.enum(['waiting', 'in-force', 'ended', 'replaced']),
          /** The days on which it counts, `to` not included; without `from` since before the platform. None when `replaced`. */
          from: PlainDate.nullable(),
          to: PlainDate.nullable(),
          /** From this day the procedure is closed to new dossiers. */
          closedFrom: PlainDate.nullable(),
          publishedAt: z.date(),
          digest: z.string(),
          openDossiers: z.number(),
        }),
      ),
    ),

  getVersion: operation(
    {
      title: { vi: 'Một bản của thủ tục', en: 'One version of a procedure' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/procedures/{code}/versions/{number}' },
  )
    .input(z.strictObject({ code: z.string().max(20), number: VersionNumber }))
    .output(z.object({ declaration: z.custom<Procedure>(), ownerName: z.string() })),

  compareVersions: operation(
    {
      title: { vi: 'So hai bản của thủ tục', en: 'Compare two versions of a procedure' },
      kind: 'read',
      permission: 'procedure.read',
    },
    { method: 'GET', path: '/services/procedures/{code}/versions/{number}/changes' },
  )
    .input(
      z.strictObject({
        code: z.string().max(20),
        number: VersionNumber,
        with: VersionNumber,
      }),
    )
    .output(z.array(VersionChange)),

  listUnattendedCounters: operation(
    {
      title: { vi: 'Bộ phận một cửa chưa có người tiếp nhận', en: 'Counters at which nobody receives' },
      kind: 'read',
      permission: 'directory.manage',
    },
    { method: 'GET', path: '/services/unattended-counters' },
  )
    .input(z.strictObject({}))
    .output(z.object({ all: z.number(), counters: z.array(z.object({ id: z.uuid(), name: z.string() })) })),

  countMovedDeadlines: operation(
    {
      title: { vi: 'Bao nhiêu hạn dời nếu khai ngày này', en: 'How many deadlines would move' },
      kind: 'read',
      permission: 'calendar.manage',
      problems: amendmentProblems,
    },
    { method: 'GET', path: '/services/moved-deadlines' },
  )
    .input(AmendmentInput)
    .output(MovedDeadlines),

  countMovedByHours: operation(
    {
      title: { vi: 'Bao nhiêu hạn dời nếu khai giờ này', en: 'How many deadlines would move with these hours' },
      kind: 'read',
      permission: 'office-hours.manage',
      problems: officeHoursProblems,
    },
    { method: 'GET', path: '/services/moved-deadlines/hours' },
  )
    .input(HoursInput)
    .output(MovedDeadlines),
}
