import { rows, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import type { Listener } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { getTransfer, validOn, type TransferRow } from '#engines/directory/index.ts'
import { tell } from '#engines/notification/index.ts'
import { handOverIfDue, takeHandoverBack } from './hand-over.ts'
import { countsOf, itemsOf, workLeft } from './work-left.ts'

interface Told {
  readonly transferId: string
  readonly personId?: string
  readonly key?: number
  readonly count?: number
}

/** What follows a transfer here, and who is told: whoever goes, whoever leads where they go from, whoever gets work, and whoever had relied on them. */
export function handoverListeners(publicUrl: string): readonly Listener[] {
  const say = (ctx: Context, to: readonly string[], eventId: string, kind: string, words: Words, link?: string) =>
    Promise.all(
      to.map((personId) =>
        tell(ctx.tx, { personId, to: 'staff', kind, words, link, dedupe: eventId, at: ctx.now() }, publicUrl),
      ),
    )
  const linkOf = ({ transferId }: Told) => `/can-bo/ban-giao-viec/${transferId}`
  return [
    {
      event: 'directory.transferred',
      name: 'announce-transfer',
      async run(ctx: Context, told: Told, eventId: string) {
        const transfer = await getTransfer(ctx.tx, told.transferId)
        const left = await workLeft(ctx.tx, transfer)
        const { total } = countsOf(await itemsOf(ctx.tx, transfer, left.keys, sql`true`))
        const day = showDate(transfer.effectiveOn)
        const kind = 'directory.transferred'
        await say(
          ctx,
          [transfer.personId],
          eventId,
          kind,
          {
            vi: `Quyết định ${transfer.document} về bạn có hiệu lực từ ${day}. Việc cần bàn giao: ${total}`,
            en: `Decision ${transfer.document} about you is in force from ${day}. Work to hand over: ${total}`,
          },
          linkOf(told),
        )
        const leaders = [...left.leaders.values()].map(({ personId }) => personId)
        await say(
          ctx,
          leaders.filter((one) => one !== transfer.personId),
          eventId,
          kind,
          {
            vi: `${transfer.personName} ${transfer.leaves ? 'thôi việc' : 'chuyển đi'} từ ${day}. Việc cần giao người khác: ${total}`,
            en: `${transfer.personName} goes from ${day}. Work to give to others: ${total}`,
          },
          linkOf(told),
        )
        const words = {
          vi: `${transfer.personName} thôi giữ vị trí từ ${day}, việc bạn nhờ hoặc ủy quyền chấm dứt. Hãy chọn người khác`,
          en: `${transfer.personName} leaves the post on ${day}, and what you delegated ends. Choose somebody else`,
        }
        await say(ctx, await giversTo(ctx, transfer), `${eventId} delegated`, kind, words, '/can-bo/uy-quyen')
        await handOverIfDue(ctx, told.transferId)
      },
    },
    {
      event: 'directory.transfer-cancelled',
      name: 'take-handover-back',
      async run(ctx: Context, told: Told, eventId: string) {
        const transfer = await getTransfer(ctx.tx, told.transferId)
        await takeHandoverBack(ctx, told.transferId)
        await say(ctx, [transfer.personId], eventId, 'directory.transfer-cancelled', {
          vi: `Quyết định ${transfer.document} về bạn đã bỏ hẹn. Mọi thứ như cũ`,
          en: `Decision ${transfer.document} about you was cancelled. Everything is as before`,
        })
      },
    },
    {
      event: 'task.handed-on',
      name: 'tell-task-handed-on',
      async run(ctx: Context, told: Told, eventId: string) {
        const { personName } = await getTransfer(ctx.tx, told.transferId)
        const words = {
          vi: `${told.count} việc của ${personName} giao cho bạn. Xem rồi bấm nhận`,
          en: `${told.count} pieces of work of ${personName} are given to you. Look, then accept`,
        }
        await say(ctx, told.personId ? [told.personId] : [], eventId, 'task.handed-on', words, linkOf(told))
      },
    },
    {
      event: 'task.handed-over',
      name: 'tell-task-handed-over',
      async run(ctx: Context, told: Told, eventId: string) {
        const { personName } = await getTransfer(ctx.tx, told.transferId)
        const words = {
          vi: `${told.count} việc của ${personName} từ nay là của bạn`,
          en: `${told.count} pieces of work of ${personName} are yours from now on`,
        }
        await say(ctx, await holders(ctx, told.key ?? 0), eventId, 'task.handed-over', words, linkOf(told))
      },
    },
  ]
}

const holders = async (ctx: Context, key: number): Promise<string[]> =>
  (
    await rows(
      ctx.tx,
      sql<{ personId: string }>`select a.person_id from directory.post p
        join directory.appointment a on a.post_id = p.id and ${validOn('a', dateAt(ctx.now()))} where p.key = ${key}`,
    )
  ).map(({ personId }) => personId)

/** Who had given their work to the posts that end. */
const giversTo = async (ctx: Context, { personId, changes }: TransferRow): Promise<string[]> =>
  (
    await rows(
      ctx.tx,
      sql<{ personId: string }>`select distinct a.person_id from directory.delegation d
        join directory.appointment a on a.post_id = d.from_post_id and ${validOn('a', dateAt(ctx.now()))}
        where d.id = any(${changes.delegations.map(({ id }) => id)}::uuid[]) and a.person_id <> ${personId}`,
    )
  ).map((row) => row.personId)
