import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { DaysLeft } from '#engines/calendar/contract.ts'
import { handoverContract } from './handover/contract.ts'

export type { ProcessState } from './process-state.ts'
export { allowanceWords, draftsWords, meetsWords, sayActor, sayNext } from './say-step.ts'
export { usualStep } from './usual-step.ts'

export const workflowProblems = {
  notReachable: {
    status: 403,
    message: {
      vi: 'Chỉ phân công được cho người trong đơn vị của việc này.',
      en: 'Work can be given only to people of its unit.',
    },
  },
  notDecider: {
    status: 403,
    message: {
      vi: 'Việc ký duyệt chỉ giao cho người cùng chức vụ hoặc cấp phó; người khác cần văn bản ủy quyền.',
      en: 'A decision goes to the same function or its deputy; anybody else needs a delegation.',
    },
  },
  notTakeable: {
    status: 403,
    message: {
      vi: 'Bước này dành cho chức danh khác trong đơn vị. Người được phân quyền giao việc mới giao lại được.',
      en: 'This step belongs to another function of the unit. Only whoever may assign work can give it to you.',
    },
  },
  undoOver: {
    status: 409,
    message: {
      vi: 'Không hoàn tác được nữa: đã quá 10 giây, hoặc đã có người làm tiếp.',
      en: 'This can no longer be undone: more than 10 seconds have passed, or someone has gone on.',
    },
  },
  taskClosed: { status: 409, message: { vi: 'Việc này đã xong.', en: 'This work is done already.' } },
} as const satisfies Record<string, ProblemKind>

const Words = z.object({ vi: z.string(), en: z.string() })

/** What kind of work: the kind of its step, or an opinion asked of another unit. */
const Kind = z.enum(['receive', 'work', 'decide', 'issue', 'deliver', 'consult'])

/** Whose work: mine (my posts and functions), my units', or what was delegated to me. */
const Whose = z.enum(['mine', 'unit', 'delegated'])

export const InboxItem = z.object({
  id: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  step: z.string(),
  kind: Kind,
  stepName: Words,
  code: z.string(),
  title: z.string(),
  line: z.string(),
  openedAt: z.date(),
  due: z.date(),
  /** Until it is due: steps are given hours of work, so in working days. */
  left: DaysLeft,
  isWaiting: z.boolean(),
  unitId: z.string(),
  /** The key of the post or function it is addressed to. */
  assignee: z.number(),
  assigneeName: z.string().nullable(),
})

export const Count = z.object({ open: z.number(), late: z.number(), today: z.number(), isCapped: z.boolean() })

export const workflowContract = {
  ...handoverContract,

  listInbox: operation(
    { title: { vi: 'Hộp việc', en: 'Inbox' }, kind: 'read', permission: 'staff', readsPersonalData: true },
    { method: 'GET', path: '/workflow/inbox' },
  )
    .input(z.strictObject({ ...PageRequest, whose: Whose.default('mine'), kind: Kind.optional() }))
    .output(pageOf(InboxItem)),

  countInbox: operation(
    { title: { vi: 'Số việc trong hộp', en: 'How much is in the inbox' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/workflow/inbox/count' },
  )
    .input(z.strictObject({}))
    .output(z.object({ mine: Count, unit: Count, delegated: Count })),

  takeTask: operation(
    { title: { vi: 'Nhận việc', en: 'Take work' }, kind: 'write', permission: 'staff', problems: workflowProblems },
    { method: 'POST', path: '/workflow/tasks/{id}/taking' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ assigneeName: z.string() })),

  reassignTask: operation(
    {
      title: { vi: 'Phân công lại', en: 'Re-assign work' },
      kind: 'write',
      permission: 'task.reassign',
      problems: workflowProblems,
    },
    { method: 'POST', path: '/workflow/tasks/{id}/assignment' },
  )
    .input(z.strictObject({ id: z.uuid(), postId: z.uuid(), reason: z.string().trim().max(500).optional() }))
    .output(z.object({ assigneeName: z.string() })),

  reassignTasks: operation(
    {
      title: { vi: 'Phân công lại nhiều việc', en: 'Re-assign several pieces of work' },
      kind: 'write',
      permission: 'task.reassign',
      problems: workflowProblems,
    },
    { method: 'POST', path: '/workflow/assignments' },
  )
    .input(
      z.strictObject({
        ids: z.array(z.uuid()).min(1).max(200),
        postId: z.uuid(),
        reason: z.string().trim().max(500).optional(),
      }),
    )
    // One that was finished meanwhile does not keep the others back.
    .output(z.object({ assigneeName: z.string(), given: z.number(), closed: z.array(z.string()) })),

  remindLater: operation(
    {
      title: { vi: 'Nhắc lại sau', en: 'Remind me later' },
      kind: 'write',
      permission: 'staff',
      problems: workflowProblems,
    },
    { method: 'POST', path: '/workflow/tasks/{id}/reminder' },
  )
    .input(z.strictObject({ id: z.uuid(), at: z.coerce.date() }))
    .output(z.object({ at: z.date() })),

  undoTask: operation(
    {
      title: { vi: 'Hoàn tác nhận, giao, nhắc việc', en: 'Undo taking, giving or putting off work' },
      kind: 'write',
      permission: 'staff',
      problems: workflowProblems,
    },
    { method: 'POST', path: '/workflow/tasks/{id}/undo' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() })),

  viewLoad: operation(
    { title: { vi: 'Tải việc của đơn vị', en: 'Work load of my units' }, kind: 'read', permission: 'task.load' },
    { method: 'GET', path: '/workflow/load' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          key: z.number(),
          unitId: z.string(),
          postId: z.string().nullable(),
          name: z.string(),
          title: z.string(),
          unitName: z.string(),
          open: z.number(),
          late: z.number(),
          dueToday: z.number(),
          dueThisWeek: z.number(),
          /** Open, with a clock that stands: it has no day to be done by. */
          waiting: z.number(),
          doneThisWeek: z.number(),
        }),
      ),
    ),

  listWorkOf: operation(
    {
      title: { vi: 'Việc của một người trong đơn vị', en: 'Work of one post of my units' },
      kind: 'read',
      permission: 'task.load',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/workflow/load/{key}' },
  )
    .input(z.strictObject({ ...PageRequest, key: z.coerce.number().int().positive().max(2_147_483_647) }))
    .output(pageOf(InboxItem)),
}
