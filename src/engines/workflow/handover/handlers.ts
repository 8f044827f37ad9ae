import { sql } from '#kernel/database/query.ts'
import { scopeOf } from '#kernel/operations/actor.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Handlers } from '#kernel/operations/engine.ts'
import { addDays, dateAt, type PlainDate } from '#values/plain-date.ts'
import { daysLeft, workingTimeNow } from '#engines/calendar/index.ts'
import {
  getTransfer,
  getUnit,
  holdersInAgency,
  mustReachOfficial,
  postsOfUnit,
  transfersWhere,
  type TransferRow,
} from '#engines/directory/index.ts'
import { functionsOf } from '../takeable.ts'
import { getConcerned, isConcerned, seesItem } from './concerned.ts'
import type { handoverContract } from './contract.ts'
import { acceptTasks, handOverTasks, isHandedOver } from './give.ts'
import { countsOf, itemsOf, workLeft, type HandoverItem, type Left } from './work-left.ts'

/** So long a hand-over stays listed after its day. */
const listedDays = 30

/** The work of whoever is transferred: who sees it, who gives it, who accepts it. */
export const handoverHandlers: Handlers<typeof handoverContract> = {
  async listTaskHandovers(ctx) {
    const since = addDays(dateAt(ctx.now()), -listedDays)
    const found = await transfersWhere(ctx.tx, sql`t.effective_on > ${since} and ${isConcerned(ctx)}`, 50)
    const listed = []
    for (const transfer of found) listed.push((await readHandover(ctx, transfer)).head)
    return listed
  },

  async viewTaskHandover(ctx, { transferId }) {
    const transfer = await getConcerned(ctx, transferId)
    const { head, items, left } = await readHandover(ctx, transfer)
    const workingTime = await workingTimeNow(ctx.tx)
    const scope = scopeOf(ctx.actor, 'task.reassign')
    const gives = (unitKey: number) => scope === 'all' || scope.includes(unitKey)
    ctx.note({ objectType: 'transfer', objectId: transfer.id, facts: { rows: items.length } })
    return {
      ...head,
      decidedOn: transfer.decidedOn,
      items: items.map((item) => ({
        ...item,
        left: daysLeft(workingTime, ctx.now(), item.due, 'working-hour'),
        canGive: !head.isOver && item.isOpen && item.acceptedAt === null && gives(item.unitKey),
        canAccept: isWaitingFor(ctx, item),
      })),
      leaders: [...left.leaders].map(([unitId, { name, title }]) => ({ unitId, name, title })),
      receivers: head.isOver
        ? []
        : await receiversOf(
            ctx,
            transfer,
            items.filter((item) => gives(item.unitKey)),
            left,
          ),
    }
  },

  async countTaskHandover(ctx, { transferId }) {
    const transfer = await getTransfer(ctx.tx, transferId)
    await mustReachOfficial(ctx, transfer.personId)
    const { keys } = await workLeft(ctx.tx, transfer)
    return countsOf(await itemsOf(ctx.tx, transfer, keys, sql`true`))
  },

  handOverTasks,
  acceptTasks,
}

const isWaitingFor = ({ actor }: Context, { toKey, acceptedAt, isOpen }: HandoverItem): boolean =>
  isOpen && acceptedAt === null && toKey !== null && actor.ownKeys.includes(toKey)

async function readHandover(ctx: Context, transfer: TransferRow) {
  const left = await workLeft(ctx.tx, transfer)
  const items = await itemsOf(ctx.tx, transfer, left.keys, seesItem(ctx, transfer))
  const { id, personName, document, effectiveOn, leaves } = transfer
  const head = {
    ...countsOf(items),
    transferId: id,
    personName,
    document,
    effectiveOn,
    leaves,
    isOver: await isHandedOver(ctx.tx, id),
    waiting: items.filter((item) => isWaitingFor(ctx, item)).length,
  }
  return { head, items, left }
}

/**
 * Colleagues in the units of this work who hold a post there from the effective day on; whoever leads gets the rest anyway and stands last.
 * Then those of other units of the agency who have the function of such work.
 */
async function receiversOf(
  ctx: Context,
  { effectiveOn }: TransferRow,
  items: readonly HandoverItem[],
  { keys, leaders }: Left,
) {
  const receivers = []
  for (const unitId of new Set(items.map((item) => item.unitId)))
    for (const { id, key, personName, title } of await postsOfUnit(ctx.tx, unitId, effectiveOn))
      if (personName !== null && !keys.includes(key))
        receivers.push({ postId: id, unitId, name: personName, title, otherUnit: null })
  const leads = ({ postId, unitId }: { postId: string; unitId: string }) => leaders.get(unitId)?.postId === postId
  return [
    ...receivers.toSorted((a, b) => Number(leads(a)) - Number(leads(b))),
    ...(await receiversElsewhere(ctx, effectiveOn, items, keys)),
  ]
}

async function receiversElsewhere(
  ctx: Context,
  effectiveOn: PlainDate,
  items: readonly HandoverItem[],
  keys: readonly number[],
) {
  const away = items.filter((item) => item.isOpen && item.kind === 'work')
  const asked = await functionsOf(ctx.tx, [...new Set(away.map((item) => item.assignee))])
  const units = new Set(asked.map((one) => one.unitId))
  const receivers = []
  for (const unitId of units) {
    const { agencyId } = await getUnit(ctx.tx, unitId, effectiveOn)
    const names = asked.filter((one) => one.unitId === unitId).map((one) => one.function)
    for (const post of await holdersInAgency(ctx.tx, agencyId, names, effectiveOn))
      if (post.personName !== null && !units.has(post.unitId) && !keys.includes(post.key))
        receivers.push({
          postId: post.id,
          unitId,
          name: post.personName,
          title: post.title,
          otherUnit: post.unitName,
        })
  }
  return receivers
}
