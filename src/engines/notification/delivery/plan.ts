import { json, run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { addressOf, insertEmail, type NewMessage } from '../message.ts'
import { mobileOf } from '../sms/phone.ts'
import { insertSms } from '../sms/sms-row.ts'
import { firstLoud, quietHours } from '../template/quiet-hours.ts'
import { findTemplate } from '../template/template.ts'
import { insertPushes } from '../push/subscription.ts'
import { fillTemplate, smsTextOf, type Channel } from '../template/template-shape.ts'
import { dateAt } from '#values/plain-date.ts'
import type { Outside } from './outside.ts'
import { openChannels } from './open-channels.ts'
import { everything, wishesOf } from './wish.ts'

/** What is left to do of a message, as it is kept. */
export interface Plan {
  readonly trying: Channel | null
  readonly left: readonly Channel[]
  readonly phone: string | null
  /** The e-mail address that somebody without an account gave. */
  readonly address?: string | null
  /** The short message, and the notification: with marks, which cost nothing there. */
  readonly text: string
  readonly news: string
  readonly unitId: string
  readonly isUrgent: boolean
}

export type Told = Pick<NewMessage, 'words' | 'link'> & {
  readonly id: string
  /** Null: somebody without an account. */
  readonly personId: string | null
  readonly at: Date
}

/** Tells a message outside by its template: by the first channel that leads to this person, or by all. */
export async function tellOutside(
  tx: Queries,
  told: Told & Pick<Plan, 'address'>,
  outside: Outside,
  publicUrl: string,
): Promise<void> {
  const template = await findTemplate(tx, outside, dateAt(told.at))
  if (template === undefined) return
  const plan: Plan = {
    trying: null,
    left: template.channels,
    phone: mobileOf(outside.phone) ?? null,
    ...(told.personId === null && { address: told.address ?? null }),
    text: smsTextOf(template, outside.facts),
    news: fillTemplate(template.accented, outside.facts),
    unitId: outside.unitId,
    isUrgent: template.isUrgent,
  }
  if (template.takes === 'first') return tellByNext(tx, told, plan, publicUrl)
  for (const channel of template.channels) await tellBy(tx, channel, told, plan, publicUrl)
}

/** Tells by the next channel that leads to the person, and keeps what is left for the case that it loses the message. */
export async function tellByNext(tx: Queries, told: Told, plan: Plan, publicUrl: string): Promise<void> {
  const [trying, ...left] = plan.left
  if (trying === undefined) return keepPlan(tx, told.id, undefined)
  if (!(await tellBy(tx, trying, told, plan, publicUrl))) return tellByNext(tx, told, { ...plan, left }, publicUrl)
  return keepPlan(tx, told.id, left.length === 0 ? undefined : { ...plan, trying, left })
}

const keepPlan = async (tx: Queries, messageId: string, plan: Plan | undefined): Promise<void> =>
  void (await run(
    tx,
    sql`update notification.message set plan = ${plan === undefined ? null : json(plan)} where id = ${messageId} and (plan is not null or ${plan !== undefined})`,
  ))

/** Whether the channel leads to this person; if so the message waits there. */
async function tellBy(tx: Queries, channel: Channel, told: Told, plan: Plan, publicUrl: string): Promise<boolean> {
  const open = await openChannels(tx)
  const { personId } = told
  const wishes = personId === null ? everything : await wishesOf(tx, personId)
  // An e-mail waits for its relay, and nothing is lost; a short message or a push would be old news.
  if (!wishes[channel] || !(channel === 'email' || open.has(channel))) return false
  if (channel === 'email') {
    const address = personId === null ? plan.address : await addressOf(tx, personId)
    if (!address) return false
    await insertEmail(tx, told.id, address, { ...told, heedsWish: true }, publicUrl)
    return true
  }
  const { isUrgent } = plan
  const nextAt = isUrgent ? told.at : firstLoud(told.at, await quietHours(tx))
  const row = { messageId: told.id, nextAt, isUrgent }
  if (channel === 'push')
    return personId !== null && (await insertPushes(tx, { ...row, personId, text: plan.news })) > 0
  if (plan.phone === null) return false
  await insertSms(tx, { ...row, phone: plan.phone, text: plan.text, unitId: plan.unitId })
  return true
}
