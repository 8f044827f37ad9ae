import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem } from '#values/errors.ts'
import { dateAt } from '#values/plain-date.ts'
import { deliveryProblems, type deliveriesContract } from '../contract/deliveries.ts'
import { costsOf, pricesOf, savePrice } from './cost.ts'
import { deliveryState } from './delivery-state.ts'
import { decide } from './decide.ts'
import { retry, troubledPage } from './troubled.ts'

export const deliveryHandlers: Handlers<typeof deliveriesContract> = {
  viewDeliveries: (ctx) => deliveryState(ctx.tx, ctx.now()),
  listTroubled: (ctx, page) => troubledPage(ctx.tx, ctx.now(), page),

  async retryDelivery(ctx, { channel, id }) {
    ctx.note({ objectType: channel, objectId: id })
    if (!(await retry(ctx.tx, channel, id, ctx.now()))) throw new Problem('stillRunning', deliveryProblems.stillRunning)
    return {}
  },

  async decideDelivery(ctx, { channel, id, decision }) {
    ctx.note({ objectType: channel, objectId: id, facts: { decision } })
    const by = { decision, name: ctx.actor.name, at: ctx.now() }
    if (!(await decide(ctx.tx, channel, id, by))) throw new Problem('stillRunning', deliveryProblems.stillRunning)
    return {}
  },

  async viewCosts(ctx, { month = dateAt(ctx.now()).slice(0, 7) }) {
    return { month, units: await costsOf(ctx.tx, month), prices: await pricesOf(ctx.tx) }
  },

  async savePrice(ctx, price) {
    await savePrice(ctx.tx, { ...price, changedBy: ctx.actor.name }, ctx.now())
    ctx.note({ objectType: 'sms-price', objectId: `${price.prefix} ${price.from}`, facts: { dong: price.dong } })
    return {}
  },
}
