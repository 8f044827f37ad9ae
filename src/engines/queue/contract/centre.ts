import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PlainDate } from '#values/plain-date.ts'
import { queueProblems } from './problems.ts'
import { DeskState, DeviceKind, ServiceInput, ServiceView, Words } from './shapes.ts'

const manages = 'queue.manage'
const Done = z.object({ id: z.string() })

const Share = z.object({ waitP50: z.number().nullable(), waitP95: z.number().nullable() })
const Times = Share.extend({
  taken: z.number(),
  served: z.number(),
  serveP50: z.number().nullable(),
  serveP95: z.number().nullable(),
})

/** What the head of a one-stop unit sees and settles. */
export const centreContract = {
  viewCentre: operation(
    {
      title: { vi: 'Trung tâm lúc này', en: 'The centre now' },
      kind: 'read',
      permission: manages,
      problems: queueProblems,
    },
    { method: 'GET', path: '/queue/centre' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        centre: z.string(),
        waiting: z.number(),
        called: z.number(),
        waitMinutes: z.number().nullable(),
        services: z.array(
          ServiceView.extend({
            sectors: z.array(z.string()),
            usualMinutes: z.number(),
            longestWaitMinutes: z.number(),
            isOffered: z.boolean(),
            placesEach: z.number(),
            waiting: z.number(),
            /** Minutes that the first in the queue has waited. */
            longest: z.number().nullable(),
          }),
        ),
        desks: z.array(
          z.object({
            id: z.string(),
            number: z.number(),
            state: DeskState,
            backAt: z.date().nullable(),
            officer: z.string().nullable(),
            services: z.array(ServiceView),
            serving: z.string().nullable(),
            minutes: z.number().nullable(),
            usualMinutes: z.number().nullable(),
          }),
        ),
        alarm: z
          .object({
            service: Words,
            serviceId: z.string(),
            waiting: z.number(),
            longest: z.number(),
            threshold: z.number(),
            /** The desk that has served one number much longer than usual. */
            cause: z.object({ desk: z.number(), minutes: z.number(), code: z.string() }).nullable(),
            /** The desk that could take part, and what the wait would come to. */
            proposal: z
              .object({
                deskId: z.string(),
                desk: z.number(),
                officer: z.string().nullable(),
                from: z.number().nullable(),
                to: z.number(),
              })
              .nullable(),
          })
          .nullable(),
        marks: z.array(z.object({ mark: z.number(), count: z.number() })),
        /** How many waited at each half hour of today. */
        course: z.array(z.object({ at: z.date(), waiting: z.number() })),
      }),
    ),

  viewTimes: operation(
    {
      title: { vi: 'Thời gian chờ và phục vụ', en: 'Times of waiting and serving' },
      kind: 'read',
      permission: manages,
      problems: queueProblems,
    },
    { method: 'GET', path: '/queue/times' },
  )
    .input(z.strictObject({ from: PlainDate, to: PlainDate, by: z.enum(['service', 'hour', 'desk']) }))
    .output(z.array(z.object({ key: z.string(), name: Words.nullable(), ...Times.shape }))),

  saveService: operation(
    {
      title: { vi: 'Lưu một việc lấy số', en: 'Save a service of the queue' },
      kind: 'write',
      permission: manages,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/services' },
  )
    .input(z.strictObject({ id: z.uuid().optional(), service: ServiceInput }))
    .output(Done),

  saveDesk: operation(
    { title: { vi: 'Lưu một quầy', en: 'Save a desk' }, kind: 'write', permission: manages, problems: queueProblems },
    { method: 'POST', path: '/queue/desks' },
  )
    .input(
      z.strictObject({
        id: z.uuid().optional(),
        number: z.coerce.number().int().min(1).max(99),
        serviceIds: z.array(z.uuid()).max(60),
      }),
    )
    .output(Done),

  serveAlso: operation(
    {
      title: { vi: 'Cho một quầy nhận thêm việc', en: 'Let a desk serve one more service' },
      kind: 'write',
      permission: manages,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/desks/{id}/services' },
  )
    .input(z.strictObject({ id: z.uuid(), serviceId: z.uuid() }))
    .output(Done),

  listDevices: operation(
    {
      title: { vi: 'Máy của sảnh', en: 'Machines of the hall' },
      kind: 'read',
      permission: manages,
      problems: queueProblems,
    },
    { method: 'GET', path: '/queue/devices' },
  )
    .input(z.strictObject({}))
    .output(
      z.array(
        z.object({
          id: z.string(),
          kind: DeviceKind,
          name: z.string(),
          desk: z.number().nullable(),
          createdAt: z.date(),
          revokedAt: z.date().nullable(),
        }),
      ),
    ),

  registerDevice: operation(
    {
      title: { vi: 'Ghi một máy của sảnh', en: 'Register a machine of the hall' },
      kind: 'write',
      permission: manages,
      holdsSecret: true,
      problems: queueProblems,
    },
    { method: 'POST', path: '/queue/devices' },
  )
    .input(z.strictObject({ kind: DeviceKind, name: z.string().trim().min(2).max(60), deskId: z.uuid().optional() }))
    .output(z.object({ id: z.string(), kind: DeviceKind, token: z.string() })),

  revokeDevice: operation(
    {
      title: { vi: 'Thu hồi một máy của sảnh', en: 'Revoke a machine of the hall' },
      kind: 'write',
      permission: manages,
    },
    { method: 'POST', path: '/queue/devices/{id}/revocation' },
  )
    .input(z.strictObject({ id: z.uuid() }))
    .output(Done),
}
