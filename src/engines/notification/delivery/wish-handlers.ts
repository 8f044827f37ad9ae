import { find, sql } from '#kernel/database/query.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { Problem, fail } from '#values/errors.ts'
import { addressOf } from '../message.ts'
import { wishProblems, type wishesContract } from '../contract/wishes.ts'
import { areKeys } from '../push/encrypt-push.ts'
import { findPublicKey } from '../push/push-key.ts'
import { countSubscriptions, subscribe, unsubscribe } from '../push/subscription.ts'
import { hideAddress, hidePhone } from './hidden-address.ts'
import { openChannels } from './open-channels.ts'
import { saveWishes, wishesOf } from './wish.ts'

export const wishHandlers: Handlers<typeof wishesContract> = {
  async getMyWishes({ tx, actor }) {
    const person = actor.person ?? fail('notFound')
    const { phone } = (await find(
      tx,
      sql<{ phone: string | null }>`select phone from directory.person where id = ${person}`,
    )) ?? { phone: null }
    const address = await addressOf(tx, person)
    return {
      ...(await wishesOf(tx, person)),
      open: [...(await openChannels(tx))],
      pushKey: (await findPublicKey(tx)) ?? null,
      browsers: await countSubscriptions(tx, person),
      phone: phone === null ? null : hidePhone(phone),
      address: address === undefined ? null : hideAddress(address),
    }
  },

  async saveMyWishes(ctx, wishes) {
    const person = ctx.actor.person ?? fail('notFound')
    await saveWishes(ctx.tx, person, wishes, ctx.now())
    // Consent that is taken back, and given, can be shown (Law 91/2025 on personal data).
    ctx.note({ objectType: 'wishes', objectId: person, subjects: [person], facts: wishes })
    return {}
  },

  async addMyBrowser(ctx, browser) {
    const person = ctx.actor.person ?? fail('notFound')
    if (!areKeys(browser) || !URL.parse(browser.endpoint)?.protocol.startsWith('http'))
      throw new Problem('notABrowser', wishProblems.notABrowser)
    await subscribe(ctx.tx, person, browser, ctx.now())
    ctx.note({ objectType: 'browser', objectId: new URL(browser.endpoint).host, subjects: [person] })
    return {}
  },

  async removeMyBrowsers(ctx) {
    const person = ctx.actor.person ?? fail('notFound')
    ctx.note({ objectType: 'browser', objectId: 'all', subjects: [person] })
    return { removed: await unsubscribe(ctx.tx, person) }
  },
}
