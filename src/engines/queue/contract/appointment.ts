import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { TicketTaken } from './hall.ts'
import { queueProblems } from './problems.ts'
import { ServiceView, Words } from './shapes.ts'

export const AppointmentCode = z.string().regex(/^DL-[2-9A-HJ-NP-Z]{8}$/, {
  error: 'Mã hẹn như DL-7K3M9QXA · A code such as DL-7K3M9QXA',
})

const OwnAppointment = z.object({
  id: z.string(),
  code: z.string(),
  centre: z.string(),
  address: z.string().nullable(),
  serviceId: z.string(),
  service: Words,
  at: z.date(),
  state: z.enum(['booked', 'arrived', 'cancelled', 'missed']),
})

/** Times that citizens agree on with a centre. */
export const appointmentContract = {
  listBookable: operation(
    { title: { vi: 'Việc đặt hẹn được', en: 'What can be booked' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/queue/bookable' },
  )
    .input(z.strictObject({}))
    .output(z.array(ServiceView.extend({ centre: z.string() }))),

  listSlots: operation(
    { title: { vi: 'Giờ còn đặt hẹn được', en: 'Times that are free' }, kind: 'read', permission: 'anyone' },
    { method: 'GET', path: '/queue/bookable/{serviceId}/slots' },
  )
    .input(z.strictObject({ serviceId: z.uuid() }))
    .output(
      z.object({
        centre: z.string(),
        address: z.string().nullable(),
        service: Words,
        days: z.array(z.object({ date: PlainDate, slots: z.array(z.object({ at: z.date(), free: z.number() })) })),
      }),
    ),

  bookAppointment: operation(
    {
      title: { vi: 'Đặt hẹn, đổi giờ hẹn', en: 'Book or move an appointment' },
      kind: 'write',
      permission: 'citizen',
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/appointments' },
  )
    .input(
      z.strictObject({
        serviceId: z.uuid(),
        at: z.iso.datetime({ offset: true }),
        /** What is booked already and moves; it is kept when the new time is not free any more. */
        insteadOf: z.uuid().optional(),
      }),
    )
    .output(z.object({ id: z.string(), code: z.string() })),

  listMyAppointments: operation(
    { title: { vi: 'Lịch hẹn của tôi', en: 'My appointments' }, kind: 'read', permission: 'citizen' },
    { method: 'GET', path: '/queue/appointments' },
  )
    .input(z.strictObject({}))
    .output(z.array(OwnAppointment)),

  cancelAppointment: operation(
    {
      title: { vi: 'Hủy hẹn', en: 'Cancel an appointment' },
      kind: 'write',
      permission: 'citizen',
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/appointments/{id}/cancellation' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.object({ id: z.string() })),

  listExpected: operation(
    {
      title: { vi: 'Lịch hẹn trong ngày', en: 'Appointments of a day' },
      kind: 'read',
      permission: 'dossier.receive',
      readsPersonalData: true,
      problems: queueProblems,
    },
    { method: 'GET', path: '/queue/expected' },
  )
    .input(z.strictObject({ day: PlainDate, ...PageRequest }))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          code: z.string(),
          at: z.date(),
          state: z.enum(['booked', 'arrived', 'missed']),
          service: Words,
          personName: z.string(),
          ticket: z.string().nullable(),
        }),
      ).extend({ centre: z.string() }),
    ),

  checkIn: operation(
    {
      title: { vi: 'Báo đã đến theo hẹn', en: 'Arrive for an appointment' },
      kind: 'write',
      permission: 'device',
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/arrivals' },
  )
    .input(z.strictObject({ code: AppointmentCode }))
    .output(TicketTaken),
}
