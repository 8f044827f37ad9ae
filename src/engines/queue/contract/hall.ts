import { z } from 'zod'
import { problems } from '#values/errors.ts'
import { operation } from '#values/operation.ts'
import { lookUpBrakes, servicesProblems, ShownAtKiosk } from '#engines/services/contract.ts'
import { queueProblems } from './problems.ts'
import { DeskState, DeviceKind, Line, Priority, ServiceView, Words, marksOfKiosk, ticketsOfKiosk } from './shapes.ts'

const Mark = z.coerce.number().int().min(1).max(5)

/** A dossier as the kiosk shows it: nothing of whose it is. */
const RateableView = z.object({ code: z.string(), procedureName: z.string() })

const Waiting = z.object({ waiting: z.number(), minutes: z.number().nullable() })

export const TicketTaken = z.object({
  id: z.string(),
  code: z.string(),
  service: ServiceView,
  /** Where it will probably be called. */
  desks: z.array(z.number()),
  priority: Priority.nullable(),
  /** What is being served of this service now. */
  serving: z.string().nullable(),
  takenAt: z.date(),
  ...Waiting.shape,
})
export type TicketTaken = z.infer<typeof TicketTaken>

/** A ticket as its holder follows it on a phone. */
export const FollowedTicket = z.object({
  code: z.string(),
  centre: z.string(),
  service: ServiceView,
  state: z.enum(['waiting', 'called', 'done', 'absent']),
  /** Where it is served now. */
  desk: z.number().nullable(),
  desks: z.array(z.number()),
  serving: z.string().nullable(),
  takenAt: z.date(),
  ...Waiting.shape,
})
export type FollowedTicket = z.infer<typeof FollowedTicket>

export const Board = z.object({
  centre: z.string(),
  /** How many wait for each service, and how long whoever comes now will probably wait. */
  waits: z.array(z.object({ letter: z.string(), name: Words, ...Waiting.shape })),
  desks: z.array(
    z.object({
      number: z.number(),
      services: z.array(Words),
      state: DeskState,
      backAt: z.date().nullable(),
      serving: z.string().nullable(),
    }),
  ),
  /** The last calls, newest first; the same number called again is the same line with a later time. */
  calls: z.array(z.object({ ticket: z.string(), code: z.string(), desk: z.number(), service: Words, at: z.date() })),
})
export type Board = z.infer<typeof Board>

/** What the machines of a hall do: no name goes in or out, but of what somebody confirms at the tablet before them. */
export const hallContract = {
  whichDevice: operation(
    { title: { vi: 'Máy này là máy nào', en: 'Which machine this is' }, kind: 'read', permission: 'device' },
    { method: 'GET', path: '/queue/device' },
  )
    .input(z.strictObject({}))
    .output(z.object({ kind: DeviceKind, name: z.string(), centre: z.string() })),

  viewKiosk: operation(
    {
      title: { vi: 'Việc lấy số được ở đây', en: 'What numbers are given for here' },
      kind: 'read',
      permission: 'device',
    },
    { method: 'GET', path: '/queue/kiosk' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        centre: z.string(),
        services: z.array(ServiceView.extend(Waiting.shape)),
      }),
    ),

  takeTicket: operation(
    {
      title: { vi: 'Lấy số thứ tự', en: 'Take a number' },
      kind: 'write',
      permission: 'device',
      limits: { kiosk: ticketsOfKiosk },
      problems: { ...queueProblems, tooMany: problems.tooMany },
    },
    { method: 'POST', path: '/queue/tickets' },
  )
    .input(z.strictObject({ serviceId: z.uuid(), priority: Priority.optional() }))
    .output(TicketTaken),

  followTicket: operation(
    { title: { vi: 'Số của tôi đến đâu', en: 'Where my number stands' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/queue/tickets/{id}' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(FollowedTicket),

  claimPriority: operation(
    {
      title: { vi: 'Báo mình được ưu tiên', en: 'Say that one comes first by law' },
      kind: 'write',
      permission: 'device',
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/tickets/{id}/priority' },
  )
    .input(z.strictObject({ id: z.uuid(), priority: Priority }))
    .output(TicketTaken),

  viewBoard: operation(
    { title: { vi: 'Bảng gọi số', en: 'Board of numbers' }, kind: 'read', permission: 'device' },
    { method: 'GET', path: '/queue/board' },
  )
    .input(z.strictObject({}))
    .output(Board),

  viewTablet: operation(
    { title: { vi: 'Máy tính bảng ở quầy', en: 'Tablet at a desk' }, kind: 'read', permission: 'device' },
    { method: 'GET', path: '/queue/tablet' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        centre: z.string(),
        desk: z.number(),
        state: DeskState,
        serving: z.string().nullable(),
        /** What whoever sits here reads and confirms: their own data, gone as soon as they answered. */
        toConfirm: z.object({ id: z.string(), title: z.string(), lines: z.array(Line) }).nullable(),
        /** Served here last, and not rated yet. */
        toRate: z.object({ id: z.string(), code: z.string() }).nullable(),
      }),
    ),

  answerConfirmation: operation(
    {
      title: { vi: 'Nói điều vừa đọc đúng hay chưa', en: 'Say whether what was read is right' },
      kind: 'write',
      permission: 'device',
    },
    { method: 'POST', path: '/queue/confirmations/{id}/answer' },
  )
    .input(z.strictObject({ id: z.uuid(), isRight: z.boolean() }))
    .output(z.object({ id: z.string() })),

  findAtKiosk: operation(
    {
      title: { vi: 'Hồ sơ chấm điểm được ở kiosk', en: 'What may be rated at a kiosk' },
      kind: 'read',
      permission: 'device',
      readsPersonalData: true,
      limits: { code: lookUpBrakes.code, kiosk: lookUpBrakes.kiosk },
      problems: servicesProblems,
    },
    { method: 'POST', path: '/queue/kiosk/rateable' },
  )
    .input(ShownAtKiosk)
    .output(RateableView),

  rateAtKiosk: operation(
    {
      title: { vi: 'Chấm điểm ở kiosk', en: 'Rate at a kiosk' },
      kind: 'write',
      permission: 'device',
      limits: { marks: marksOfKiosk, code: lookUpBrakes.code, kiosk: lookUpBrakes.kiosk },
      problems: { ...servicesProblems, tooMany: problems.tooMany },
    },
    { method: 'POST', path: '/queue/kiosk/ratings' },
  )
    .input(z.strictObject({ shown: ShownAtKiosk, mark: Mark }))
    .output(z.object({ mark: z.number() })),

  rateTicket: operation(
    {
      title: { vi: 'Chấm lượt phục vụ', en: 'Rate how one was served' },
      kind: 'write',
      permission: 'device',
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/tickets/{id}/rating' },
  )
    .input(z.strictObject({ id: z.uuid(), mark: Mark }))
    .output(z.object({ id: z.string() })),
}
