import { z } from 'zod'
import { operation } from '#values/operation.ts'
import { PageRequest, pageOf } from '#values/page.ts'
import type { Quota } from '#values/quota.ts'
import { deliveriesContract } from './contract/deliveries.ts'
import { templatesContract } from './contract/templates.ts'
import { wishesContract } from './contract/wishes.ts'
import { Channel } from './template/template-shape.ts'

export * from './template/template-shape.ts'

/** What was told outside about a dossier, and how far it came; `unsure`: nobody knows whether it left. */
export const ToldView = z.object({
  id: z.string(),
  channel: Channel,
  words: z.object({ vi: z.string(), en: z.string() }),
  to: z.string(),
  state: z.enum(['waiting', 'unsure', 'sent', 'delivered', 'undelivered', 'failed', 'withdrawn']),
  at: z.date(),
})
export type ToldView = z.output<typeof ToldView>

const Message = z.object({
  id: z.string(),
  kind: z.string(),
  words: z.object({ vi: z.string(), en: z.string() }),
  link: z.string().nullable(),
  at: z.date(),
  readAt: z.date().nullable(),
})

/** So much of one kind is told at the wish of one person: enough for a large family, too little for a nuisance. */
export const wishes: Quota = { free: 20, withinSeconds: 24 * 3600 }

export const notificationContract = {
  ...wishesContract,
  ...templatesContract,
  ...deliveriesContract,

  listMessages: operation(
    { title: { vi: 'Tin nhắn của tôi', en: 'My messages' }, kind: 'read', permission: 'signed-in' },
    { method: 'GET', path: '/notification/messages' },
  )
    .input(z.strictObject(PageRequest))
    .output(pageOf(Message)),

  countUnread: operation(
    { title: { vi: 'Số tin chưa đọc', en: 'Unread messages' }, kind: 'read', permission: 'signed-in' },
    { method: 'GET', path: '/notification/unread' },
  )
    .input(z.strictObject({}))
    .output(z.object({ unread: z.number() })),

  markRead: operation(
    { title: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' }, kind: 'write', permission: 'signed-in' },
    { method: 'POST', path: '/notification/messages/reading' },
  )
    .input(z.strictObject({ ids: z.array(z.uuid()).max(200).optional() }))
    .output(z.object({ marked: z.number() })),
}
