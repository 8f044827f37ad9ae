import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import { PlainDate } from '#values/plain-date.ts'
import { Channel } from '../template/template-shape.ts'

export const deliveryProblems = {
  stillRunning: {
    status: 409,
    message: {
      vi: 'Tin này đang gửi hoặc đã xong, không gửi lại được.',
      en: 'It is being sent or done, and cannot be sent again.',
    },
  },
} as const

/** How messages leave the house, what failed, and what it costs. */
export const deliveriesContract = {
  viewDeliveries: operation(
    { title: { vi: 'Tình trạng gửi tin', en: 'State of sending' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/notification/deliveries/state' },
  )
    .input(z.strictObject({}))
    .output(
      z.object({
        channels: z.array(
          z.object({
            channel: Channel,
            /** Whether this installation sends by it. */
            isOpen: z.boolean(),
            waiting: z.number(),
            /** Waits since; null where nothing is due. */
            oldest: z.date().nullable(),
            /** Left within the last 24 hours. */
            sent: z.number(),
            delivered: z.number(),
            /** Failed, not delivered, or nobody knows; of notifications, failed within the last 24 hours. */
            troubled: z.number(),
          }),
        ),
      }),
    ),

  listTroubled: operation(
    { title: { vi: 'Tin gửi hỏng', en: 'Messages that failed' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/notification/deliveries/troubled' },
  )
    .input(z.strictObject(PageRequest))
    .output(
      pageOf(
        z.object({
          id: z.string(),
          channel: Channel,
          /** With its middle hidden. */
          to: z.string(),
          text: z.string(),
          state: z.enum(['unsure', 'undelivered', 'failed']),
          error: z.string().nullable(),
          attempts: z.number(),
          at: z.date(),
          canRetry: z.boolean(),
          /** Unsure: somebody may say whether it left. */
          canDecide: z.boolean(),
        }),
      ),
    ),

  retryDelivery: operation(
    {
      title: { vi: 'Gửi lại tin hỏng', en: 'Send a failed message again' },
      kind: 'write',
      permission: 'job.manage',
      problems: deliveryProblems,
    },
    { method: 'POST', path: '/notification/deliveries/{channel}/{id}/retry' },
  )
    .input(z.strictObject({ channel: z.enum(['sms', 'email']), id: z.uuid() }))
    .output(z.object({})),

  decideDelivery: operation(
    {
      title: { vi: 'Nói tin chưa rõ đã tới hay không', en: 'Say whether an unsure message left' },
      kind: 'write',
      permission: 'job.manage',
      problems: deliveryProblems,
    },
    { method: 'POST', path: '/notification/deliveries/{channel}/{id}/decision' },
  )
    .input(
      z.strictObject({
        channel: z.enum(['sms', 'email']),
        id: z.uuid(),
        /** `left`: it stands as sent. `lost`: it has failed, and the next channel of its template has its turn. */
        decision: z.enum(['left', 'lost']),
      }),
    )
    .output(z.object({})),

  viewCosts: operation(
    { title: { vi: 'Chi phí tin nhắn', en: 'Costs of short messages' }, kind: 'read', permission: 'job.read' },
    { method: 'GET', path: '/notification/costs' },
  )
    .input(
      z.strictObject({
        month: z
          .string()
          .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        month: z.string(),
        units: z.array(
          z.object({
            unitId: z.string().nullable(),
            unitName: z.string().nullable(),
            messages: z.number(),
            parts: z.number(),
            dong: z.number(),
            /** Parts to numbers that no price names. */
            unpriced: z.number(),
          }),
        ),
        prices: z.array(z.object({ prefix: z.string(), from: z.string(), dong: z.number(), changedBy: z.string() })),
      }),
    ),

  savePrice: operation(
    { title: { vi: 'Nhập giá tin nhắn', en: 'Enter a price' }, kind: 'write', permission: 'message.manage' },
    { method: 'PUT', path: '/notification/prices' },
  )
    .input(
      z.strictObject({
        /** The first digits without the zero; empty: all others. */
        prefix: z.string().regex(/^([1-9]\d{0,5})?$/),
        from: PlainDate,
        dong: z.int().min(0).max(100_000),
      }),
    )
    .output(z.object({})),
}
