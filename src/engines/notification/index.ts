import { isSure, type Actor } from '#kernel/operations/actor.ts'
import { defineEngine } from '#kernel/operations/engine.ts'
import { fail } from '#values/errors.ts'
import { notificationContract } from './contract.ts'
import { deliveryHandlers } from './delivery/delivery-handlers.ts'
import { wishHandlers } from './delivery/wish-handlers.ts'
import { forgetReceipts } from './sms/receipt.ts'
import { templateHandlers } from './template/template-handlers.ts'
import { tellOwner } from './tell-owner.ts'
import { tellStandIn } from './tell-stand-in.ts'
import { tellMandates } from './tell-mandate.ts'
import { tellMerged } from './tell-merged.ts'
import { tellBound } from './tell-bound.ts'
import { tellShutOut } from './tell-shut-out.ts'
import { countUnread, markRead, messagesOf, type Reader } from './message.ts'

export { mail } from './mail.ts'
export { mergeMessages } from './merge-messages.ts'
export type { NewMessage } from './message.ts'
export { sealedPushKey } from './push/push-key.ts'
export { tell } from './tell.ts'
export { tellStranger } from './tell-stranger.ts'
export { receiptRoute } from './sms/receipt-route.ts'
export { startSending } from './start-sending.ts'
export { countPutAway, putAwayWaiting, sendPutAway } from './put-away.ts'
export { ownLine } from './template/own-message.ts'
export { publishMessages } from './template/publish-messages.ts'
export { messageFigure } from './delivery/delivery-state.ts'
export type { Outside } from './delivery/outside.ts'
export { toldAbout } from './delivery/told-about.ts'
export { tellAtWish, type Wished } from './tell-at-wish.ts'

export const createNotification = (publicUrl: string) =>
  defineEngine({
    name: 'notification',
    contract: notificationContract,
    jobs: [
      {
        name: 'forget-receipts',
        schedule: '20 3 * * *',
        run: async (ctx) => void (await forgetReceipts(ctx.tx, new Date(ctx.now().getTime() - 7 * 86_400_000))),
      },
    ],
    listeners: [
      tellStandIn(publicUrl),
      tellOwner(publicUrl),
      tellBound(publicUrl),
      tellMerged(publicUrl),
      tellShutOut(publicUrl),
      ...tellMandates(publicUrl),
    ],
    handlers: {
      ...wishHandlers,
      ...templateHandlers,
      ...deliveryHandlers,
      listMessages: (ctx, page) => messagesOf(ctx.tx, readerOf(ctx.actor), page),
      countUnread: async (ctx) => ({
        unread: ctx.actor.person === undefined ? 0 : await countUnread(ctx.tx, readerOf(ctx.actor)),
      }),
      markRead: async (ctx, { ids }) => ({ marked: await markRead(ctx.tx, readerOf(ctx.actor), ids, ctx.now()) }),
    },
  })

const readerOf = (actor: Actor): Reader => ({
  personId: actor.person ?? fail('notFound'),
  account: actor.kind === 'staff' ? 'staff' : 'citizen',
  isSure: isSure(actor),
})
