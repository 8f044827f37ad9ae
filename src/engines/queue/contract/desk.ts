import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { queueProblems } from './problems.ts'
import { DeskState, Priority, ServiceView, Words, ShownText } from './shapes.ts'

const Ticket = z.object({
  id: z.string(),
  code: z.string(),
  service: Words,
  priority: Priority.nullable(),
  takenAt: z.date(),
})

const DeskView = z.object({
  id: z.string(),
  number: z.number(),
  state: DeskState,
  backAt: z.date().nullable(),
  officer: z.string().nullable(),
  services: z.array(ServiceView),
})
export type DeskView = z.infer<typeof DeskView>

const Done = z.object({ id: z.string() })
const receives = 'dossier.receive'
const Id = z.strictObject({ id: z.uuid() })

/** What the officer at a desk does. */
export const deskContract = {
  viewDesk: operation(
    { title: { vi: 'Quầy của tôi', en: 'My desk' }, kind: 'read', permission: receives, problems: queueProblems },
    { method: 'GET', path: '/queue/desk' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        centre: z.string(),
        desk: DeskView.nullable(),
        desks: z.array(DeskView),
        serving: Ticket.extend({
          calledAt: z.date(),
          calls: z.number(),
          dossiers: z.array(z.object({ id: z.string(), code: z.string() })),
          /** Sectors of the procedures that its service takes in. */
          sectors: z.array(z.string()),
        }).nullable(),
        waiting: z.array(Ticket),
        absent: z.array(Ticket),
        /** What was shown last on the tablet of the desk, and what was said to it. */
        confirmation: z.object({ id: z.string(), state: z.enum(['shown', 'right', 'wrong']), at: z.date() }).nullable(),
        today: z.object({ served: z.number(), waitMinutes: z.number().nullable(), mark: z.number().nullable() }),
      }),
    ),

  sitDown: operation(
    {
      title: { vi: 'Ngồi vào quầy', en: 'Sit down at a desk' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desks/{id}/officer' },
  )
    .input(Id)
    .output(Done),

  changeDesk: operation(
    {
      title: { vi: 'Mở, tạm nghỉ, đóng quầy', en: 'Open, pause or close the desk' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desk/state' },
  )
    .input(z.strictObject({ state: DeskState, backAt: z.iso.datetime({ offset: true }).optional() }))
    .output(Done),

  callNext: operation(
    {
      title: { vi: 'Gọi số kế tiếp', en: 'Call the next number' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desk/call' },
  )
    .input(z.strictObject({}))
    .output(z.object({ id: z.string(), code: z.string() })),

  callAgain: operation(
    { title: { vi: 'Gọi lại', en: 'Call again' }, kind: 'write', permission: receives, problems: queueProblems },
    { method: 'POST', path: '/queue/tickets/{id}/call' },
  )
    .input(Id)
    .output(Done),

  markAbsent: operation(
    {
      title: { vi: 'Gọi mà vắng', en: 'Called and not there' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/tickets/{id}/absence' },
  )
    .input(Id)
    .output(Done),

  returnTicket: operation(
    {
      title: { vi: 'Nhận lại người lỡ lượt', en: 'Take somebody back who missed their turn' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/tickets/{id}/return' },
  )
    .input(Id)
    .output(Done),

  finishTicket: operation(
    { title: { vi: 'Phục vụ xong', en: 'Served' }, kind: 'write', permission: receives, problems: queueProblems },
    { method: 'POST', path: '/queue/tickets/{id}/end' },
  )
    .input(Id)
    .output(Done),

  passTicket: operation(
    {
      title: { vi: 'Chuyển số sang quầy hoặc việc khác', en: 'Pass a number to another desk or service' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/tickets/{id}/passing' },
  )
    .input(z.strictObject({ id: z.uuid(), deskId: z.uuid() }))
    .output(Done),

  showOnTablet: operation(
    {
      title: { vi: 'Đưa điều đã gõ lên máy tính bảng ở quầy', en: 'Show on the tablet of the desk what was typed' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desk/confirmations' },
  )
    .input(ShownText)
    .output(Done),

  clearTablet: operation(
    {
      title: { vi: 'Bỏ điều đang hiện trên máy tính bảng ở quầy', en: 'Take off what the tablet of the desk shows' },
      kind: 'write',
      permission: receives,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desk/tablet/clearing' },
  )
    .input(z.strictObject({}))
    .output(z.object({ cleared: z.boolean() })),

  linkDossier: operation(
    {
      title: { vi: 'Gắn hồ sơ với số đang phục vụ', en: 'Tie a dossier to the number being served' },
      kind: 'write',
      permission: receives,
    },
    { method: 'POST', path: '/queue/desk/dossiers' },
  )
    .input(z.strictObject({ dossierId: z.uuid(), shown: ShownText.optional() }))
    // Confirmed: whoever sat at the desk said just now that exactly this was right.
    .output(z.object({ linked: z.boolean(), confirmed: z.boolean() })),
}
