import { z } from 'zod'
import { operation } from '#values/operation.ts'
import type { ProblemKind } from '#values/errors.ts'
import { PlainDate } from '#values/plain-date.ts'
import { DaysLeft } from '#engines/calendar/contract.ts'

export const handoverProblems = {
  handoverOver: {
    status: 409,
    message: {
      vi: 'Việc đã chuyển xong theo quyết định. Muốn giao cho người khác, dùng “Tải việc”.',
      en: 'The work has gone over already. Use the work load to give it to somebody else.',
    },
  },
  handoverNobody: {
    status: 422,
    message: {
      vi: 'Chỉ giao cho đồng nghiệp còn giữ vị trí từ ngày hiệu lực.',
      en: 'Give it to a colleague who still holds a post from that day on.',
    },
  },
  handoverOtherAgency: {
    status: 422,
    message: {
      vi: 'Cơ quan khác không có thẩm quyền với hồ sơ này: chọn người trong cùng cơ quan.',
      en: 'Another agency is not competent for this dossier: choose somebody of the same one.',
    },
  },
  handoverStays: {
    status: 422,
    message: {
      vi: 'Tiếp nhận, quyết định, vào số, trả kết quả và ý kiến được hỏi thì chính đơn vị này làm: chọn đồng nghiệp trong đơn vị.',
      en: 'Reception, decisions, numbering, handing out and opinions that were asked stay in the unit: choose a colleague there.',
    },
  },
  handoverFunction: {
    status: 422,
    message: {
      vi: 'Ở đơn vị khác, chỉ người có cùng chức năng làm được bước này.',
      en: 'In another unit only somebody with the same function can do this step.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const Counts = z.object({
  /** Pieces of work that were or will be left; how many somebody was given, and how many of these were accepted. */
  total: z.number(),
  given: z.number(),
  accepted: z.number(),
})

const Handover = Counts.extend({
  transferId: z.string(),
  personName: z.string(),
  document: z.string(),
  effectiveOn: PlainDate,
  leaves: z.boolean(),
  /** Nothing is left with the posts that ended. */
  isOver: z.boolean(),
  /** What waits for the caller to accept it. */
  waiting: z.number(),
})

const Item = z.object({
  taskId: z.string(),
  subjectId: z.string(),
  code: z.string(),
  title: z.string(),
  line: z.string(),
  stepName: z.object({ vi: z.string(), en: z.string() }),
  unitId: z.string(),
  due: z.date(),
  left: DaysLeft,
  isOpen: z.boolean(),
  isWaiting: z.boolean(),
  toName: z.string().nullable(),
  toTitle: z.string().nullable(),
  givenBy: z.string().nullable(),
  acceptedAt: z.date().nullable(),
  /** The caller gives it, or accepts it. */
  canGive: z.boolean(),
  canAccept: z.boolean(),
})

const one = { transferId: z.uuid() }
const tasks = z.array(z.uuid()).min(1).max(200)

export const handoverContract = {
  listTaskHandovers: operation(
    { title: { vi: 'Bàn giao việc khi điều động', en: 'Work handed over' }, kind: 'read', permission: 'staff' },
    { method: 'GET', path: '/workflow/handovers' },
  )
    .input(z.strictObject({}))
    .output(z.array(Handover)),

  viewTaskHandover: operation(
    {
      title: { vi: 'Việc bàn giao của một người', en: 'The work that somebody hands over' },
      kind: 'read',
      permission: 'staff',
      readsPersonalData: true,
    },
    { method: 'GET', path: '/workflow/handovers/{transferId}' },
  )
    .input(z.strictObject(one))
    .output(
      Handover.extend({
        decidedOn: PlainDate,
        items: z.array(Item),
        /** Who gets what nobody was given. */
        leaders: z.array(z.object({ unitId: z.string(), name: z.string(), title: z.string() })),
        /** To whom the caller may give, by unit. */
        receivers: z.array(
          z.object({
            postId: z.string(),
            unitId: z.string(),
            name: z.string(),
            title: z.string(),
            /** Of somebody in another unit, which has it only once they accept. */
            otherUnit: z.string().nullable(),
          }),
        ),
      }),
    ),

  countTaskHandover: operation(
    {
      title: { vi: 'Bàn giao đến đâu', en: 'How far a hand-over has come' },
      kind: 'read',
      permission: 'directory.manage',
    },
    { method: 'GET', path: '/workflow/handovers/{transferId}/count' },
  )
    .input(z.strictObject(one))
    .output(Counts),

  handOverTasks: operation(
    {
      title: { vi: 'Giao việc của người chuyển đi', en: 'Give the work of somebody who goes' },
      kind: 'write',
      permission: 'task.reassign',
      problems: handoverProblems,
    },
    { method: 'POST', path: '/workflow/handovers/{transferId}/tasks' },
  )
    .input(z.strictObject({ ...one, taskIds: tasks, postId: z.uuid() }))
    .output(z.object({ given: z.number(), toName: z.string() })),

  acceptTasks: operation(
    {
      title: { vi: 'Nhận việc bàn giao', en: 'Accept handed-over work' },
      kind: 'write',
      permission: 'staff',
      problems: handoverProblems,
    },
    { method: 'POST', path: '/workflow/handovers/{transferId}/acceptance' },
  )
    .input(z.strictObject({ ...one, taskIds: tasks }))
    .output(z.object({ accepted: z.number() })),
}
