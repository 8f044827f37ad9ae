import { defineEngine } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { notificationContract } from './contract.ts'
import { tellBound } from './tell-bound.ts'
import { countUnread, markRead, messagesOf } from './message.ts'

export { tell, type NewMessage } from './message.ts'
export { startSending } from './start-sending.ts'
export { tellAtWish, type Wished } from './tell-at-wish.ts'

export const createNotification = (publicUrl: string) =>
  defineEngine({
    name: 'notification',
    contract: notificationContract,
    listeners: [tellBound(publicUrl)],
    handlers: {
      listMessages: (ctx, page) => messagesOf(ctx.tx, ctx.actor.person ?? fail('notFound'), page),
      countUnread: async (ctx) => ({
        unread: ctx.actor.person === undefined ? 0 : await countUnread(ctx.tx, ctx.actor.person),
      }),
      markRead: async (ctx, { ids }) => ({
        marked: await markRead(ctx.tx, ctx.actor.person ?? fail('notFound'), ids, ctx.now()),
      }),
    },
  })
